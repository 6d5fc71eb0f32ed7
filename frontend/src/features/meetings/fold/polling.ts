import type { LiveState } from '../queries';
import type { Changes, Steps } from './steps';

export const polling = {
  poll_opened: ({ polls }, { at, poll }) => ({
    polls: [
      ...polls,
      {
        ...poll,
        opened_at: at,
        closed_at: null,
        released_at: null,
        voted: null,
        has_quorum: null,
        result: null,
      },
    ],
  }),
  poll_closed: ({ polls }, { at, poll_id, voted, has_quorum }) =>
    change(polls, poll_id, { closed_at: at, voted, has_quorum }),
  poll_released: ({ polls }, { at, poll_id, result }) =>
    change(polls, poll_id, { released_at: at, result }),
} satisfies Steps;

type Polls = LiveState['polls'];

function change(polls: Polls, pollId: string, changes: Partial<Polls[number]>): Changes {
  return { polls: polls.map((poll) => (poll.id === pollId ? { ...poll, ...changes } : poll)) };
}
