import type { components } from '@/api/schema.gen';

type Poll = components['schemas']['PollState'];
type Result = components['schemas']['PollResult'];
type MyVote = components['schemas']['MyVote'];

const AT = '2026-12-03T13:00:00Z';

/** A poll that is open, unless it is said otherwise. */
export function makePoll(changes: Partial<Poll> = {}): Poll {
  return {
    id: 'p',
    item_id: 'i',
    kind: 'choice',
    prompt: 'Keep it?',
    choices: ['Yes', 'No'],
    scale: null,
    at_most: 1,
    is_secret: false,
    asked: 10,
    quorum: null,
    opened_at: AT,
    closed_at: null,
    released_at: null,
    voted: null,
    has_quorum: null,
    result: null,
    ...changes,
  };
}

/** What came of a poll. */
export function makeResult(changes: Partial<Result> = {}): Result {
  return {
    total: 7,
    counts: [4, 3],
    unable: 0,
    median: null,
    mean_ranks: null,
    words: null,
    groups: [],
    ...changes,
  };
}

/** A vote of one's own. */
export function makeVote(changes: Partial<MyVote> = {}): MyVote {
  return {
    command_id: 'c',
    rating: null,
    is_unable: false,
    choices: null,
    words: null,
    is_forgotten: false,
    ...changes,
  };
}

export const NINE_POINTS: NonNullable<Poll['scale']> = {
  low: 1,
  high: 9,
  low_label: 'Not important',
  high_label: 'Critical',
  bands: [
    { name: 'not important', low: 1, high: 3 },
    { name: 'important but not critical', low: 4, high: 6 },
    { name: 'critical', low: 7, high: 9 },
  ],
};
