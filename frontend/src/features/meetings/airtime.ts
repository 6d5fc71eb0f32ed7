import type { LiveState, StakeholderGroup } from './queries';

/** What a stakeholder group has of the time and of the people. */
export interface GroupVoice {
  group: StakeholderGroup;
  seconds: number;
  shareOfTime: number;
  shareOfPeople: number;
}

/** How long each group has spoken, the present turn included; who is in no group is left out. */
export function voicesOf(
  { people, spoken, floor }: LiveState,
  groups: readonly StakeholderGroup[],
  now: number,
): GroupVoice[] {
  const ms = { ...spoken };
  if (floor) {
    const running = Math.max(0, now - Date.parse(floor.since));
    ms[floor.member_id] = (ms[floor.member_id] ?? 0) + running;
  }
  const members = Object.values(people).filter(({ group_id: id }) => id !== null);
  const counted = groups
    .map((group) => {
      const own = members.filter(({ group_id: id }) => id === group.id);
      return { group, people: own.length, ms: sum(own.map(({ id }) => ms[id] ?? 0)) };
    })
    .filter(({ people: count }) => count > 0);
  const time = sum(counted.map((one) => one.ms));
  return counted.map((one) => ({
    group: one.group,
    seconds: one.ms / 1000,
    shareOfTime: time > 0 ? one.ms / time : 0,
    shareOfPeople: one.people / members.length,
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
