/** A line between two boxes of the drawing, by column and row. */
export interface Run {
  key: string;
  from: Spot;
  to: Spot;
}

interface Spot {
  id: string;
  column: number;
  row: number;
}

export interface Lanes {
  /** Which lane of the gap after its first box a line goes up or down in, from 0. */
  laneOf: Map<string, number>;
  /** How far from the middle of its last box a line comes in: 1, 2 … below it, −1, −2 … above. */
  portOf: Map<string, number>;
  /** The most lanes that any gap has. */
  most: number;
}

/** Gives lines that part from one box, or meet in one, a lane of their own to share. */
export function lanesOf(runs: readonly Run[]): Lanes {
  const bent = runs.filter(({ from, to }) => to.column > from.column && to.row !== from.row);
  const parting = countBy(bent, ({ from }) => from.id);
  const meeting = countBy(bent, ({ to }) => to.id);
  const laneOf = new Map<string, number>();
  const lanesOfGap = new Map<number, string[]>();
  for (const { key, from, to } of bent) {
    const isParting = (parting.get(from.id) ?? 0) >= (meeting.get(to.id) ?? 0);
    const trunk = isParting ? `from ${from.id}` : `to ${to.id}`;
    const lanes = lanesOfGap.get(from.column) ?? [];
    lanesOfGap.set(from.column, lanes);
    if (!lanes.includes(trunk)) {
      lanes.push(trunk);
    }
    laneOf.set(key, lanes.indexOf(trunk));
  }
  return {
    laneOf,
    portOf: portsOf(bent, laneOf),
    most: Math.max(0, ...[...lanesOfGap.values()].map(({ length }) => length)),
  };
}

/** Lines of one lane come into a box together, those of another beside them; the middle stays free. */
function portsOf(bent: readonly Run[], laneOf: ReadonlyMap<string, number>): Map<string, number> {
  const sides = new Map<string, Run[]>();
  for (const run of bent) {
    const side = `${run.to.id} ${run.from.row < run.to.row}`;
    sides.set(side, [...(sides.get(side) ?? []), run]);
  }
  const ports = new Map<string, number>();
  for (const side of sides.values()) {
    const trunks = [...new Set(side.map(({ key, from }) => `${from.column} ${laneOf.get(key)}`))];
    for (const { key, from, to } of side) {
      const rank = trunks.indexOf(`${from.column} ${laneOf.get(key)}`) + 1;
      ports.set(key, from.row < to.row ? -rank : rank);
    }
  }
  return ports;
}

type Point = readonly [number, number];

/** A path through points at right angles to one another, its corners rounded. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [start, ...rest] = points;
  if (!start) {
    return '';
  }
  const steps = rest.map((corner, index) => {
    const before = points[index] ?? corner;
    const after = rest[index + 1];
    if (!after) {
      return `L${corner.join(' ')}`;
    }
    const enter = towards(corner, before, radius);
    const leave = towards(corner, after, radius);
    return `L${enter.join(' ')} Q${corner.join(' ')} ${leave.join(' ')}`;
  });
  return `M${start.join(' ')} ${steps.join(' ')}`;
}

function towards([x, y]: Point, [toX, toY]: Point, most: number): Point {
  const length = Math.hypot(toX - x, toY - y);
  const part = length === 0 ? 0 : Math.min(most, length / 2) / length;
  return [x + (toX - x) * part, y + (toY - y) * part];
}

function countBy<Item>(items: readonly Item[], of: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  }
  return counts;
}
