import type { LiveState } from '../queries';
import type { Steps } from './steps';

export const floor = {
  hand_raised: ({ hands }, { at, by }) =>
    by ? { hands: [...hands, { member_id: by, since: at }] } : {},
  hand_lowered: ({ hands }, { member_id }) => ({ hands: without(hands, member_id) }),
  floor_given: ({ hands }, { at, member_id }) => ({
    floor: { member_id, since: at },
    hands: without(hands, member_id),
  }),
  floor_ended: () => ({ floor: null }),
  meeting_ended: () => ({ floor: null, hands: [] }),
} satisfies Steps;

function without(turns: LiveState['hands'], memberId: string): LiveState['hands'] {
  return turns.filter((turn) => turn.member_id !== memberId);
}
