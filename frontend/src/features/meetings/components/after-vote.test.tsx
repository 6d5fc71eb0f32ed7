import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import type { MyVote, Poll, Snapshot } from '../queries';
import { AT } from '../testing/a-meeting';
import { AfterVote } from './after-vote';

const NONE = { unable: 0, median: null, mean_ranks: null };

function poll(id: string, prompt: string, isShown: boolean): Poll {
  return {
    id,
    item_id: null,
    kind: 'choice',
    prompt,
    choices: ['Keep it', 'Drop it'],
    scale: null,
    at_most: 1,
    is_secret: false,
    asked: 4,
    quorum: null,
    opened_at: AT,
    closed_at: AT,
    released_at: isShown ? AT : null,
    voted: 3,
    has_quorum: null,
    result: isShown ? { counts: [2, 1], ...NONE, total: 3, words: null, groups: [] } : null,
  };
}

const VOTE: MyVote = {
  command_id: 'c',
  rating: null,
  is_unable: false,
  choices: ['Keep it'],
  words: null,
  is_forgotten: false,
};

function show(polls: Poll[], mine?: MyVote) {
  const votes = mine ? { [polls.at(-1)?.id ?? '']: mine } : {};
  const snapshot = { state: { polls }, my_votes: votes } as unknown as Snapshot;
  return renderWithProviders(<AfterVote snapshot={snapshot} groups={[]} />);
}

test('after the close I see which poll it was, what I voted, and that the result waits', () => {
  show([poll('a', 'The first?', true), poll('b', 'The second?', false)], VOTE);
  expect(screen.getByRole('heading', { name: 'The second?' })).toBeVisible();
  expect(screen.getByText(/shown when the chair releases it/)).toBeVisible();
  expect(screen.getByText('Your vote: Keep it.')).toBeVisible();
  // what came of an earlier poll is not to be taken for what came of this one
  expect(screen.getByText('The first?')).not.toBeVisible();
});

test('once it is shown, the result stands there and nothing says that there is no poll', () => {
  show([poll('a', 'The first?', true)], VOTE);
  expect(screen.getByText('Keep it leads with 2 of 3')).toBeVisible();
  expect(screen.queryByText(/No poll is open/)).not.toBeInTheDocument();
});

test('of a secret poll nobody is told any more what they voted', () => {
  show([poll('a', 'The first?', false)], { ...VOTE, choices: null, is_forgotten: true });
  expect(screen.getByText(/nobody knows any more what you voted/)).toBeVisible();
});

test('before the first poll it says that the chair opens one', () => {
  show([]);
  expect(screen.getByText(/The chair opens one when it is time to vote/)).toBeVisible();
});
