import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { draftRound, statementItem } from '@/testing/factories';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { NextOffer } from '../next-queries';
import { NextRoundForm } from './next-round-form';

const ROUND = draftRound({
  state: 'closed',
  items: [
    statementItem({ id: 'agreed', statement: 'Trust takes time.' }),
    statementItem({ id: 'open', statement: 'Carers belong here.' }),
    statementItem({ id: 'voted', statement: 'Notes should be shared.' }),
  ],
});

const OFFER: NextOffer = {
  title: 'First round (round 2)',
  follower: null,
  obstacle: '',
  items: [
    { item_id: 'agreed', verdicts: ['in'], is_open: false },
    { item_id: 'open', verdicts: ['uncertain'], is_open: true },
    { item_id: 'voted', verdicts: [], is_open: false },
  ],
};

function renderForm() {
  const sent: unknown[] = [];
  const onMade = vi.fn();
  server.use(
    http.post('*/rounds/round/next', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(draftRound({ id: 'second' }), { status: 201 });
    }),
  );
  const { user } = renderWithProviders(
    <NextRoundForm studyId="study" round={ROUND} offer={OFFER} onMade={onMade} />,
  );
  return { user, sent, onMade };
}

test('what the rule has not made an end of is ticked beforehand, each item with its verdict', () => {
  renderForm();
  const open = screen.getByRole('checkbox', { name: 'Carers belong here.' });
  expect(open).toBeChecked();
  expect(open).toHaveAccessibleDescription('The rule says: no consensus');
  const agreed = screen.getByRole('checkbox', { name: 'Trust takes time.' });
  expect(agreed).not.toBeChecked();
  expect(agreed).toHaveAccessibleDescription('The rule says: in');
  expect(screen.getByRole('checkbox', { name: 'Notes should be shared.' })).not.toBeChecked();
  expect(screen.getByText('It was not rated, so the rule says nothing.')).toBeVisible();
});

test('the next round is made of what was picked, under the title that was given, and opened', async () => {
  const { user, sent, onMade } = renderForm();
  const title = screen.getByRole('textbox', { name: /Title/ });
  await user.clear(title);
  await user.type(title, 'Once more');
  await user.click(screen.getByRole('checkbox', { name: 'Notes should be shared.' }));
  await user.click(screen.getByRole('switch', { name: /newest words/ }));
  await user.click(screen.getByRole('button', { name: 'Make a draft' }));
  await expect
    .poll(() => sent)
    .toEqual([{ title: 'Once more', item_ids: ['open', 'voted'], with_newest_versions: false }]);
  await expect.poll(() => onMade.mock.calls[0]?.[0]).toMatchObject({ id: 'second' });
});

test('all, none, and those without consensus are one press away', async () => {
  const { user } = renderForm();
  await user.click(screen.getByRole('button', { name: 'Tick all' }));
  expect(screen.getByText('3 items are asked again.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Tick none' }));
  expect(screen.getByText(/No item is asked again/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Tick those without consensus' }));
  expect(screen.getByText('1 item is asked again.')).toBeVisible();
});
