import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { GroupSettings } from './group-settings';

const GROUPS = ['Carers', 'Leaders', 'Nurses'].map((name, position) => ({
  id: `group-${position + 1}`,
  name,
  short_name: name,
  position,
  is_public: false,
}));
const URL = '*/api/studies/study-1/groups';

function renderSettings(canEdit = true) {
  return renderWithProviders(<GroupSettings studyId="study-1" groups={GROUPS} canEdit={canEdit} />);
}

test('a group moves one place at a time, and the first cannot move up', async () => {
  let sent: unknown;
  server.use(
    http.put(`${URL}/order`, async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json([]);
    }),
  );
  const { user } = renderSettings();
  expect(screen.getByRole('button', { name: 'Move up: Carers' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Move down: Nurses' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Move down: Carers' }));
  await expect.poll(() => sent).toEqual({ ids: ['group-2', 'group-1', 'group-3'] });
});

test('why a group cannot be removed is said in a sentence', async () => {
  const detail = '1 person is in the group “Carers”. Move them to another group first.';
  server.use(
    http.delete(`${URL}/group-1`, () =>
      HttpResponse.json({ title: 'Changed', status: 409, detail }, { status: 409 }),
    ),
  );
  const { user } = renderSettings();
  await user.click(screen.getByRole('button', { name: 'Remove Carers' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(detail);
});

test('a group is renamed in a dialog that holds its present names', async () => {
  let sent: unknown;
  server.use(
    http.patch(`${URL}/group-2`, async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(GROUPS[1]);
    }),
  );
  const { user } = renderSettings();
  await user.click(screen.getByRole('button', { name: 'Rename Leaders' }));
  const dialog = await screen.findByRole('dialog');
  const name = dialog.querySelector('input');
  expect(name).toHaveValue('Leaders');
  await user.type(name as HTMLInputElement, ' of care');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await expect
    .poll(() => sent)
    .toEqual({ name: 'Leaders of care', short_name: 'Leaders', is_public: false });
});

test('those who may not edit are offered no change', () => {
  renderSettings(false);
  expect(screen.queryByRole('button', { name: /Rename|Remove|Move/ })).not.toBeInTheDocument();
});
