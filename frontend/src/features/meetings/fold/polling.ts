import type { Steps } from './steps';

export const polling = {
  poll_opened: ({ polls }, { at, poll }) => ({
    polls: [...polls, { ...poll, opened_at: at, closed_at: null, result: null }],
  }),
  poll_closed: ({ polls }, { at, poll_id, result }) => ({
    polls: polls.map((poll) => (poll.id === poll_id ? { ...poll, closed_at: at, result } : poll)),
  }),
} satisfies Steps;
