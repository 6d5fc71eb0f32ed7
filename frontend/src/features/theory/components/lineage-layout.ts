import type { Lineage } from '../queries';
import { columnsOf, earlierOf, sum } from './lineage-columns';
import { lanesOf } from './lineage-lanes';
import { drawLines, gapFor, linksOf, runsOf } from './lineage-lines';
import { BOX, GAP, type Line, type PlacedNode } from './lineage-shapes';

const TOP = 56;
const MARGIN = 28;
// beyond the last column, for the words at the end of a line
const END_WORDS = 104;

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
  const links = linksOf(lineage);
  const rowOf = new Map(lineage.nodes.map(({ id, mechanism_id: of }) => [id, rows.get(of) ?? 0]));
  const lanes = lanesOf(runsOf(links, at, rowOf));
  const gap = gapFor(lanes.most);
  const step = BOX.width + gap;
  const nodes = lineage.nodes.map((node) => ({
    node,
    x: MARGIN + (at.get(node.id) ?? 0) * step,
    y: TOP + (rows.get(node.mechanism_id) ?? 0) * (BOX.height + GAP.row),
  }));
  const byId = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const ends = endsOf(lineage, byId);
  const rowCount = Math.max(0, ...rows.values()) + 1;
  return {
    width:
      MARGIN +
      sum(widths) * step -
      gap +
      (ends.some(({ isBeginning }) => !isBeginning) ? END_WORDS : MARGIN),
    height: TOP + rowCount * (BOX.height + GAP.row),
    stages: lineage.stages.map((stage, index) => ({
      ...stage,
      x: MARGIN + (starts[index] ?? 0) * step,
      width: (widths[index] ?? 1) * step - gap,
    })),
    nodes,
    lines: drawLines(links, byId, lanes),
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
