import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { makePoll, makeVote, NINE_POINTS } from '@/testing/polls';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { Poll, Snapshot } from '../queries';
import { VoteCard } from './vote-card';

const AT = '2026-12-03T13:00:00Z';

function show(poll: Poll, mine?: Snapshot['my_votes'][string]) {
  const snapshot = {
    voted: { p: 3 },
    my_votes: mine ? { p: mine } : {},
  } as unknown as Snapshot;
  const place = { studyId: 's', meetingId: 'm' };
  return renderWithProviders(<VoteCard place={place} poll={poll} snapshot={snapshot} />);
}

let votes: unknown[];
let replaced: boolean;

beforeEach(() => {
  votes = [];
  replaced = false;
  server.use(
    http.put('*/polls/p/vote', async ({ request }) => {
      const { command_id: id, ...vote } = (await request.json()) as { command_id: string };
      votes.push(vote);
      return HttpResponse.json({
        ...makeVote({ command_id: id }),
        changed_at: AT,
        voted: 4,
        replaced,
      });
    }),
  );
});

test('before one votes it is said who learns what, and how many it takes', () => {
  show(makePoll({ is_secret: true, quorum: 5 }));
  expect(screen.getByText(/After the close nobody can find out what you voted/)).toBeVisible();
  expect(screen.getByText(/Hidden until released/)).toBeVisible();
  expect(screen.getByText('It stands only if 5 of the 10 asked vote.')).toBeVisible();
  expect(screen.getByText('3 of 10 have voted.')).toBeVisible();
});

test('a poll that is not secret says that the vote is kept with the name', () => {
  show(makePoll());
  expect(screen.getByText(/your vote is kept with your name/)).toBeVisible();
});

test('one press votes where one chooses one', async () => {
  const { user } = show(makePoll());
  await user.click(screen.getByRole('button', { name: 'No' }));
  await expect.poll(() => votes).toEqual([{ choices: ['No'], known: null }]);
});

test('of several choices no more can be chosen than are asked for', async () => {
  const { user } = show(makePoll({ choices: ['a', 'b', 'c'], at_most: 2 }));
  const send = screen.getByRole('button', { name: 'Send my vote' });
  expect(send).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: 'c' }));
  await user.click(screen.getByRole('checkbox', { name: 'a' }));
  expect(screen.getByRole('checkbox', { name: 'b' })).toBeDisabled();
  await user.click(send);
  await expect.poll(() => votes).toEqual([{ choices: ['c', 'a'], known: null }]);
});

test('a rating goes by keyboard over the bands and is sent when one is ready', async () => {
  const { user } = show(makePoll({ kind: 'rating', choices: [], scale: NINE_POINTS }));
  await user.click(screen.getByRole('radio', { name: /^6/ }));
  await user.keyboard('{ArrowRight}');
  expect(votes).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Send my vote' }));
  await expect.poll(() => votes).toEqual([{ rating: 7, known: null }]);
});

test('whoever is unable to say can say that', async () => {
  const { user } = show(makePoll({ kind: 'rating', choices: [], scale: NINE_POINTS }));
  await user.click(screen.getByRole('radio', { name: /unable/i }));
  await user.click(screen.getByRole('button', { name: 'Send my vote' }));
  await expect.poll(() => votes).toEqual([{ is_unable: true, known: null }]);
});

test('a ranking is made with buttons and sent as an order', async () => {
  const { user } = show(makePoll({ kind: 'ranking', choices: ['a', 'b', 'c'] }));
  await user.click(screen.getByRole('button', { name: 'Move up: c' }));
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button', { name: 'Send my vote' }));
  await expect.poll(() => votes).toEqual([{ choices: ['c', 'a', 'b'], known: null }]);
});

test('words are sent without those left empty', async () => {
  const { user } = show(makePoll({ kind: 'words', choices: [], at_most: 2 }));
  await user.type(screen.getByLabelText('Answer 2 of up to 2'), ' trust ');
  await user.keyboard('{Enter}');
  await expect.poll(() => votes).toEqual([{ words: ['trust'], known: null }]);
});

test('a vote from another device is shown here, and said to be that', () => {
  show(makePoll(), makeVote({ command_id: 'from the tablet', choices: ['No'] }));
  expect(screen.getByText('Your vote is saved: No.')).toBeVisible();
  expect(screen.getByText(/on another device/)).toBeVisible();
});

test('whoever takes the place of a vote given elsewhere is told so', async () => {
  replaced = true;
  const { user } = show(makePoll());
  await user.click(screen.getByRole('button', { name: 'Yes' }));
  expect(await screen.findByText(/took the place of a vote/)).toBeVisible();
});

test('a vote that the close overtook is refused in words', async () => {
  server.use(
    http.put('*/polls/p/vote', () =>
      HttpResponse.json(
        { type: 'conflict', title: 'Conflict', status: 409, detail: 'This poll has been closed.' },
        { status: 409 },
      ),
    ),
  );
  const { user } = show(makePoll());
  await user.click(screen.getByRole('button', { name: 'Yes' }));
  expect(await screen.findByText('This poll has been closed.')).toBeVisible();
});
