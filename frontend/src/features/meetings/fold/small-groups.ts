import type { components } from '@/api/schema.gen';
import type { LiveState } from '../queries';
import type { Changes, Steps } from './steps';

type SmallGroup = components['schemas']['SmallGroupState'];
type Division = components['schemas']['Division'];
type State = Pick<LiveState, 'divisions'>;

export const smallGroups = {
  small_groups_made: ({ divisions }, { division_id, groups, how, seed }) => ({
    divisions: [
      ...divisions.filter((division) => division.sent_at),
      {
        id: division_id,
        how,
        seed,
        groups: groups.map((group) => ({ ...group, facilitator_id: null, floor: null, hands: [] })),
        sent_at: null,
        ends_at: null,
        is_warned: false,
        recalled_at: null,
        report_order: groups.map(({ id }) => id),
        order_seed: null,
        reporting: null,
        reported: [],
      },
    ],
  }),
  small_group_member_placed: (state, { small_group_id, member_id }) =>
    inGroups(state, (group) =>
      group.id === small_group_id
        ? { member_ids: [...group.member_ids, member_id] }
        : without(group, member_id),
    ),
  small_group_member_released: (state, { member_id }) =>
    inGroups(state, (group) => without(group, member_id)),
  small_group_facilitator_named: (state, { small_group_id, member_id }) =>
    inGroup(state, small_group_id, () => ({ facilitator_id: member_id })),
  small_groups_sent: (state, { at, ends_at }) => inDivision(state, { sent_at: at, ends_at }),
  small_groups_warned: (state, { ends_at }) => inDivision(state, { ends_at, is_warned: true }),
  small_groups_recalled: (state, { at }) => recalled(state, at),
  small_group_reports_ordered: (state, { order, seed }) =>
    inDivision(state, { report_order: order, order_seed: seed }),
  small_group_report_begun: (state, { small_group_id }) =>
    inDivision(state, { reporting: small_group_id }),
  small_group_report_ended: (state, { small_group_id }) => {
    const reported = state.divisions.at(-1)?.reported ?? [];
    return inDivision(state, {
      reporting: null,
      reported: [...reported.filter((id) => id !== small_group_id), small_group_id],
    });
  },
  small_group_hand_raised: (state, { at, by, small_group_id }) =>
    by
      ? inGroup(state, small_group_id, ({ hands }) => ({
          hands: [...hands, { member_id: by, since: at }],
        }))
      : {},
  small_group_hand_lowered: (state, { small_group_id, member_id }) =>
    inGroup(state, small_group_id, ({ hands }) => ({ hands: lowered(hands, member_id) })),
  small_group_floor_given: (state, { at, small_group_id, member_id }) =>
    inGroup(state, small_group_id, ({ hands }) => ({
      floor: { member_id, since: at },
      hands: lowered(hands, member_id),
    })),
  small_group_floor_ended: (state, { small_group_id }) =>
    inGroup(state, small_group_id, () => ({ floor: null })),
  meeting_ended: (state, { at }) => {
    const division = state.divisions.at(-1);
    return division?.sent_at && !division.recalled_at ? recalled(state, at) : {};
  },
} satisfies Steps;

function recalled(state: State, at: string): Changes {
  const quiet = inGroups(state, () => ({ floor: null, hands: [] }));
  return inDivision({ ...state, ...quiet }, { recalled_at: at });
}

function without(group: SmallGroup, memberId: string): Partial<SmallGroup> {
  if (!group.member_ids.includes(memberId)) {
    return {};
  }
  return {
    member_ids: group.member_ids.filter((id) => id !== memberId),
    facilitator_id: group.facilitator_id === memberId ? null : group.facilitator_id,
    floor: group.floor?.member_id === memberId ? null : group.floor,
    hands: lowered(group.hands, memberId),
  };
}

function inDivision({ divisions }: State, changes: Partial<Division>): Changes {
  return {
    divisions: divisions.map((division, place) =>
      place === divisions.length - 1 ? { ...division, ...changes } : division,
    ),
  };
}

function inGroups(state: State, change: (group: SmallGroup) => Partial<SmallGroup>): Changes {
  const groups = state.divisions.at(-1)?.groups ?? [];
  return inDivision(state, { groups: groups.map((group) => ({ ...group, ...change(group) })) });
}

function inGroup(
  state: State,
  smallGroupId: string,
  change: (group: SmallGroup) => Partial<SmallGroup>,
): Changes {
  return inGroups(state, (group) => (group.id === smallGroupId ? change(group) : {}));
}

function lowered(turns: SmallGroup['hands'], memberId: string): SmallGroup['hands'] {
  return turns.filter((turn) => turn.member_id !== memberId);
}
