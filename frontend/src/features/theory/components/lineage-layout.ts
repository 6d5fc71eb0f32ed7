import type { Lineage } from '../queries';
import { columnsOf, earlierOf, previousOf, sum } from './lineage-columns';

export const BOX = { width: 172, height: 74 } as const;
const GAP = { column: 48, row: 26 } as const;
const TOP = 56;
const MARGIN = 28;
// beyond the last column, for the words at the end of a line
const END_WORDS = 104;

type LineageNode = Lineage['nodes'][number];

export interface PlacedNode {
  node: LineageNode;
  x: number;
  y: number;
}

export interface Line {
  key: string;
  path: string;
  isPart: boolean;
  /** Its ends, for marking what belongs together. */
  from: string;
  to: string;
}

/** Where a line begins out of nothing, or ends in nothing. */
export interface LineEnd {
  key: string;
  x: number;
  y: number;
  /** The upper edge of the box it belongs to. */
  top: number;
  isBeginning: boolean;
  note: string;
}

export interface Drawing {
  width: number;
  height: number;
  stages: { id: string; label: string; title: string; x: number; width: number }[];
  nodes: PlacedNode[];
  lines: Line[];
  ends: LineEnd[];
}

/** Stages as columns, each mechanism a row for as long as it lives; rows that fell free are used again. */
export function layOut(lineage: Lineage): Drawing {
  const { at, starts, widths } = columnsOf(lineage);
  const rows = rowsOf(lineage, at);
  const nodes = lineage.nodes.map((node) => ({
    node,
    x: MARGIN + (at.get(node.id) ?? 0) * (BOX.width + GAP.column),
    y: TOP + (rows.get(node.mechanism_id) ?? 0) * (BOX.height + GAP.row),
  }));
  const byId = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const ends = endsOf(lineage, byId);
  const rowCount = Math.max(0, ...rows.values()) + 1;
  return {
    width:
      MARGIN +
      sum(widths) * (BOX.width + GAP.column) -
      GAP.column +
      (ends.some(({ isBeginning }) => !isBeginning) ? END_WORDS : MARGIN),
    height: TOP + rowCount * (BOX.height + GAP.row),
    stages: lineage.stages.map((stage, index) => ({
      ...stage,
      x: MARGIN + (starts[index] ?? 0) * (BOX.width + GAP.column),
      width: (widths[index] ?? 1) * (BOX.width + GAP.column) - GAP.column,
    })),
    nodes,
    lines: linesOf(lineage, byId),
    ends,
  };
}

/** A row for each mechanism, near what it came from, free for as long as the mechanism lives. */
function rowsOf(lineage: Lineage, at: ReadonlyMap<string, number>): Map<string, number> {
  const earlier = earlierOf(lineage);
  const mechanismOf = new Map(lineage.nodes.map((node) => [node.id, node.mechanism_id]));
  const lives = new Map<string, { first: number; last: number; parents: Set<string> }>();
  for (const node of lineage.nodes) {
    const column = at.get(node.id) ?? 0;
    const life = lives.get(node.mechanism_id) ?? {
      first: column,
      last: column,
      parents: new Set(),
    };
    life.first = Math.min(life.first, column);
    life.last = Math.max(life.last, column);
    for (const id of earlier.get(node.id) ?? []) {
      const parent = mechanismOf.get(id);
      if (parent && parent !== node.mechanism_id) {
        life.parents.add(parent);
      }
    }
    lives.set(node.mechanism_id, life);
  }
  const rows = new Map<string, number>();
  const freeFrom: number[] = [];
  for (const [mechanism, life] of [...lives].sort(
    ([, one], [, other]) => one.first - other.first,
  )) {
    const wanted = average([...life.parents].flatMap((parent) => rows.get(parent) ?? []));
    const free = freeFrom.flatMap((column, row) => (column <= life.first ? [row] : []));
    const row = nearest([...free, freeFrom.length], wanted ?? 0);
    rows.set(mechanism, row);
    freeFrom[row] = life.last + 1;
  }
  return rows;
}

function linesOf(lineage: Lineage, byId: ReadonlyMap<string, PlacedNode>): Line[] {
  const drawn = lineage.edges.flatMap(({ id, before, after, is_part }) =>
    before && after ? [{ key: id, from: before.id, to: after.id, isPart: is_part }] : [],
  );
  // versions of one mechanism belong together even where nobody drew a link
  const silent = lineage.nodes.flatMap((node) => {
    const previous = previousOf(node, lineage.nodes);
    const isDrawn = drawn.some(({ from, to }) => from === previous?.id && to === node.id);
    return previous && !isDrawn
      ? [{ key: `${previous.id} ${node.id}`, from: previous.id, to: node.id, isPart: false }]
      : [];
  });
  return [...drawn, ...silent].flatMap((line) => {
    const from = byId.get(line.from);
    const to = byId.get(line.to);
    return from && to ? [{ ...line, path: curve(from, to) }] : [];
  });
}

function curve(from: PlacedNode, to: PlacedNode): string {
  const x1 = from.x + BOX.width;
  const y1 = from.y + BOX.height / 2;
  const x2 = to.x;
  const y2 = to.y + BOX.height / 2;
  const bend = Math.max(GAP.column / 2, Math.min(80, (x2 - x1) / 2));
  return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

function endsOf(lineage: Lineage, byId: ReadonlyMap<string, PlacedNode>): LineEnd[] {
  return lineage.edges.flatMap(({ id, before, after, note }) => {
    const placed = byId.get((after ?? before)?.id ?? '');
    if (!placed || (before && after)) {
      return [];
    }
    const isBeginning = after !== null;
    return [
      {
        key: id,
        x: isBeginning ? placed.x : placed.x + BOX.width,
        y: placed.y + BOX.height / 2,
        top: placed.y,
        isBeginning,
        note,
      },
    ];
  });
}

/** Lines of at most so many characters, the last one cut off where the words do not fit. */
export function wrapWords(text: string, width: number, lineCount: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word.length > width ? `${word.slice(0, width - 1)}…` : word);
    }
  }
  if (lines.length <= lineCount) {
    return lines;
  }
  const kept = lines.slice(0, lineCount);
  const end = (kept.at(-1) ?? '').slice(0, width - 1);
  return [...kept.slice(0, -1), `${end}…`];
}

function nearest(rows: readonly number[], wanted: number): number {
  return rows.reduce((best, row) =>
    Math.abs(row - wanted) < Math.abs(best - wanted) ? row : best,
  );
}

function average(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : sum(numbers) / numbers.length;
}
