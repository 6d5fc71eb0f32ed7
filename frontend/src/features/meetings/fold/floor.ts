import type { LiveState } from '../queries';
import type { Changes, Steps } from './steps';

export const floor = {
  hand_raised: ({ hands }, { at, by, kind }) =>
    by ? { hands: [...hands, { member_id: by, since: at, kind }] } : {},
  hand_lowered: ({ hands }, { member_id }) => ({ hands: without(hands, member_id) }),
  floor_given: (state, { at, member_id }) => ({
    ...endTurn(state, { at }),
    floor: { member_id, since: at },
    hands: without(state.hands, member_id),
  }),
  floor_ended: endTurn,
  queue_set: (_, { order }) => ({ queue: order }),
  meeting_paused: endTurn,
  // nobody speaks to the room while it is in its small groups
  small_groups_sent: endTurn,
  meeting_ended: (state, event) => ({ ...endTurn(state, event), hands: [] }),
} satisfies Steps;

/** Takes the floor back, and adds up for how long it was held. */
function endTurn({ floor: turn, spoken }: LiveState, { at }: { at: string }): Changes {
  if (!turn) {
    return { floor: null };
  }
  const { member_id: id, since } = turn;
  const time = (spoken[id] ?? 0) + Date.parse(at) - Date.parse(since);
  return { floor: null, spoken: { ...spoken, [id]: time } };
}

function without(hands: LiveState['hands'], memberId: string): LiveState['hands'] {
  return hands.filter((hand) => hand.member_id !== memberId);
}
