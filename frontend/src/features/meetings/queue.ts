import type { Hand, LiveState } from './queries';

const PRECEDENCE: readonly Hand['kind'][] = ['order', 'answer', 'speak'];

/** The hands in the order in which they come to speak; the same as `methods/queue.py`. */
export function speakersToCome(state: LiveState): Hand[] {
  const heard = heardByGroup(state);
  const turns = new Map<string | null, number>();
  const keyed = state.hands.map((hand, place) => {
    const group = state.people[hand.member_id]?.group_id ?? null;
    let fairness = [0, 0, 0];
    if (state.queue === 'balanced' && hand.kind === 'speak') {
      const turn = turns.get(group) ?? 0;
      fairness = [turn, group === null ? 1 : 0, heard.get(group) ?? 0];
      turns.set(group, turn + 1);
    }
    return { hand, key: [PRECEDENCE.indexOf(hand.kind), ...fairness, place] };
  });
  return keyed.sort((one, other) => compare(one.key, other.key)).map(({ hand }) => hand);
}

/** How long each group was heard for each of its people. */
function heardByGroup({ people, spoken }: LiveState): Map<string | null, number> {
  const count = new Map<string | null, number>();
  const length = new Map<string | null, number>();
  for (const { group_id: group } of Object.values(people)) {
    count.set(group, (count.get(group) ?? 0) + 1);
  }
  for (const [id, time] of Object.entries(spoken)) {
    const group = people[id]?.group_id ?? null;
    length.set(group, (length.get(group) ?? 0) + time);
  }
  return new Map([...count].map(([group, n]) => [group, (length.get(group) ?? 0) / n]));
}

function compare(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}
