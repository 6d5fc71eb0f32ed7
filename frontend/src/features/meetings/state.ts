import type { webhooks } from '@/api/schema.gen';
import type { LiveState } from './queries';

/** Everything the socket may say, as the server declares it. */
export type LiveFrame = webhooks['live']['post']['requestBody']['content']['application/json'];
type Notices = 'hello' | 'reload' | 'presence' | 'votes_counted' | 'pong' | 'error';
/** An entry of the log. */
export type LiveEvent = Exclude<LiveFrame, { type: Notices }>;
type OfType<Type extends LiveEvent['type']> = Extract<LiveEvent, { type: Type }>;
type Changes = Partial<LiveState>;
type Steps = { [Type in LiveEvent['type']]: (state: LiveState, event: OfType<Type>) => Changes };

/** What each event changes; the same as `backend/colloquy/meetings/state.py`. */
const STEPS: Steps = {
  agenda_set: (_, { agenda }) => ({ agenda }),
  meeting_started: ({ people }, { at, present }) => ({
    phase: 'live',
    started_at: at,
    people: { ...people, ...Object.fromEntries(present.map((person) => [person.id, person])) },
  }),
  attended: ({ people }, { attendee }) => ({ people: { ...people, [attendee.id]: attendee } }),
  agenda_item_added: ({ agenda }, { item }) => ({ agenda: [...agenda, item] }),
  item_presented: (_, { at, item_id }) => ({ shown: { item_id, since: at } }),
  hand_raised: ({ hands }, { at, by }) =>
    by ? { hands: [...hands, { member_id: by, since: at }] } : {},
  hand_lowered: ({ hands }, { member_id }) => ({ hands: without(hands, member_id) }),
  floor_given: ({ hands }, { at, member_id }) => ({
    floor: { member_id, since: at },
    hands: without(hands, member_id),
  }),
  floor_ended: () => ({ floor: null }),
  poll_opened: ({ polls }, { at, poll }) => ({
    polls: [...polls, { ...poll, opened_at: at, closed_at: null, result: null }],
  }),
  poll_closed: ({ polls }, { at, poll_id, result }) => ({
    polls: polls.map((poll) => (poll.id === poll_id ? { ...poll, closed_at: at, result } : poll)),
  }),
  comment_arrived: ({ comments }, { target_id }) => ({
    comments: { ...comments, [target_id]: (comments[target_id] ?? 0) + 1 },
  }),
  meeting_ended: (_, { at }) => ({ phase: 'ended', ended_at: at, floor: null, hands: [] }),
  // something happened that is not for this person: only its number counts
  withheld: () => ({}),
};

/** The state after one more event. */
export function fold(state: LiveState, event: LiveEvent): LiveState {
  // the key and the event name the same type, which the compiler cannot see through the table
  const step = STEPS[event.type] as (state: LiveState, event: LiveEvent) => Changes;
  return { ...state, ...step(state, event) };
}

function without(turns: LiveState['hands'], memberId: string): LiveState['hands'] {
  return turns.filter((turn) => turn.member_id !== memberId);
}
