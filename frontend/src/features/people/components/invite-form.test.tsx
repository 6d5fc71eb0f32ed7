import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { Member } from '../queries';
import { InviteForm } from './invite-form';

const MEMBERS = '*/api/studies/study-1/members';
const GROUPS = [
  { id: 'group-1', name: 'Patients', short_name: 'Patients', position: 0, is_public: true },
];

function renderForm({ canGiveTeamRoles = true } = {}) {
  const onInvited = vi.fn<(member: Member) => void>();
  const { user } = renderWithProviders(
    <InviteForm
      studyId="study-1"
      groups={GROUPS}
      canGiveTeamRoles={canGiveTeamRoles}
      onInvited={onInvited}
      onCancel={() => undefined}
    />,
  );
  return { user, onInvited };
}

async function fillIn(user: ReturnType<typeof renderForm>['user'], email: string) {
  await user.type(screen.getByLabelText('E-mail address'), email);
  await user.type(screen.getByLabelText('Name'), 'Ada Obi');
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
}

test('a person is invited with what was filled in', async () => {
  let sent: unknown;
  server.use(
    http.post(MEMBERS, async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ display_name: 'Ada Obi' }, { status: 201 });
    }),
  );
  const { user, onInvited } = renderForm();
  await user.selectOptions(screen.getByLabelText('Stakeholder group'), 'Patients');
  await fillIn(user, ' ada@example.org');
  await vi.waitFor(() => expect(onInvited).toHaveBeenCalled());
  expect(sent).toEqual({
    email: 'ada@example.org',
    name: 'Ada Obi',
    roles: ['panel'],
    group_id: 'group-1',
  });
});

test('what is missing is said at the fields before anything is sent', async () => {
  const { user, onInvited } = renderForm();
  await user.click(screen.getByLabelText('panel member'));
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
  expect(screen.getByLabelText('E-mail address')).toBeInvalid();
  expect(screen.getByText('Give the name.')).toBeVisible();
  expect(screen.getByText('Choose at least one role.')).toBeVisible();
  expect(onInvited).not.toHaveBeenCalled();
});

test('an address that the server refuses is marked at its field', async () => {
  server.use(
    http.post(MEMBERS, () =>
      HttpResponse.json(
        {
          title: 'Something needs your attention',
          status: 422,
          detail: 'Some of what was sent cannot be taken in. Nothing has been changed.',
          fields: [{ path: 'email', message: 'the part after the @ is not a domain' }],
        },
        { status: 422 },
      ),
    ),
  );
  const { user } = renderForm();
  await fillIn(user, 'ada@nowhere');
  expect(await screen.findByText('The part after the @ is not a domain.')).toBeVisible();
  expect(screen.getByLabelText('E-mail address')).toBeInvalid();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('somebody who is in the study already is said at the address, and nothing typed is lost', async () => {
  const detail = 'ada@example.org is in this study already. You can send the link again.';
  server.use(
    http.post(MEMBERS, () =>
      HttpResponse.json({ title: 'Changed', status: 409, detail }, { status: 409 }),
    ),
  );
  const { user } = renderForm();
  await fillIn(user, 'ada@example.org');
  expect(await screen.findByText(detail)).toBeVisible();
  expect(screen.getByLabelText('Name')).toHaveValue('Ada Obi');
});

test('a problem that is about no field is told above the form', async () => {
  server.use(
    http.post(MEMBERS, () =>
      HttpResponse.json(
        { title: 'Your role does not include this', status: 403, detail: 'Ask the study lead.' },
        { status: 403 },
      ),
    ),
  );
  const { user } = renderForm();
  await fillIn(user, 'ada@example.org');
  expect(await screen.findByRole('alert')).toHaveTextContent('Ask the study lead.');
});

test('only a lead is offered roles of the team', () => {
  renderForm({ canGiveTeamRoles: false });
  expect(screen.getByLabelText('panel member')).toBeVisible();
  expect(screen.queryByLabelText('researcher')).not.toBeInTheDocument();
});
