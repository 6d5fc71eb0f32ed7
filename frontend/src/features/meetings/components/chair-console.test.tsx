import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { AT, aLiveMeeting, aMeeting } from '../testing/a-meeting';
import { ChairConsole } from './chair-console';

const CHAIR = { id: 'alan', name: 'Alan', group_id: null };
const meeting = aMeeting({ may_chair: true, may_vote: false });
const live = aLiveMeeting(
  { people: { alan: CHAIR }, chair: { member_id: 'alan', since: AT } },
  {},
  { here: [{ ...CHAIR, is_away: false }] },
);

beforeEach(() => {
  server.use(http.get('*/comments', () => HttpResponse.json([])));
  renderWithProviders(
    <ChairConsole
      meeting={meeting}
      live={live}
      memberId="alan"
      groups={[]}
      mechanisms={[]}
      mechanism={(_, onChosen) => (
        <button type="button" onClick={onChosen}>
          these words
        </button>
      )}
      commentBox={({ title }, onSent) => (
        <button type="button" onClick={onSent}>
          send about {title}
        </button>
      )}
      leave={null}
    />,
  );
});

const SEND = { name: 'send about Working with power' };

test('the chair writes about what is on show, and the box closes once it is sent', async () => {
  await userEvent.click(screen.getByRole('button', { name: /Write a comment/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Write a comment' });
  await userEvent.click(within(dialog).getByRole('button', SEND));
  expect(screen.queryByRole('button', SEND)).not.toBeInTheDocument();
});

test.each([
  ['a key', () => userEvent.keyboard('w')],
  ['chosen words', () => userEvent.click(screen.getByRole('button', { name: 'these words' }))],
])('%s opens the box too', async (_way, act) => {
  await act();
  expect(await screen.findByRole('button', SEND)).toBeInTheDocument();
});
