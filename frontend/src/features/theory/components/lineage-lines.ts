import type { Lineage } from '../queries';
import { previousOf } from './lineage-columns';
import { type Lanes, type Run, roundedPath } from './lineage-lanes';
import { BOX, GAP, type Line, type PlacedNode } from './lineage-shapes';

const CORNER = 7;
const LANE = { first: 14, step: 11 } as const;
const PORT = { first: 12, step: 7 } as const;
// clear of the box above and of the words on top of the box below
const BETWEEN_ROWS = 21;

/** What a gap needs on either side of its lanes: the first turn, and the ring of a new line. */
export function gapFor(lanes: number): number {
  return Math.max(GAP.column, LANE.first + LANE.step * Math.max(0, lanes - 1) + 24);
}

type Link = Omit<Line, 'path'>;

/** The lines to be drawn: the links, and those between versions of one mechanism that nobody drew. */
export function linksOf({ nodes, edges }: Lineage): Link[] {
  const drawn = edges.flatMap(({ id, before, after, is_part }) =>
    before && after ? [{ key: id, from: before.id, to: after.id, isPart: is_part }] : [],
  );
  const silent = nodes.flatMap((node) => {
    const previous = previousOf(node, nodes);
    const isDrawn = drawn.some(({ from, to }) => from === previous?.id && to === node.id);
    return previous && !isDrawn
      ? [{ key: `${previous.id} ${node.id}`, from: previous.id, to: node.id, isPart: false }]
      : [];
  });
  return [...drawn, ...silent];
}

/** The same links by where their ends stand. */
export function runsOf(
  links: readonly Link[],
  columns: ReadonlyMap<string, number>,
  rows: ReadonlyMap<string, number>,
): Run[] {
  const spot = (id: string) => {
    const column = columns.get(id);
    const row = rows.get(id);
    return column === undefined || row === undefined ? [] : [{ id, column, row }];
  };
  return links.flatMap(({ key, from, to }) =>
    spot(from).flatMap((start) => spot(to).map((end) => ({ key, from: start, to: end }))),
  );
}

/** The path of each line: straight along a row, else up or down in its lane and over to its box. */
export function drawLines(
  links: readonly Link[],
  byId: ReadonlyMap<string, PlacedNode>,
  lanes: Lanes,
): Line[] {
  return links.flatMap((link) => {
    const from = byId.get(link.from);
    const to = byId.get(link.to);
    return from && to ? [{ ...link, path: pathOf(link.key, from, to, lanes) }] : [];
  });
}

function pathOf(key: string, from: PlacedNode, to: PlacedNode, lanes: Lanes): string {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const middle = to.y + BOX.height / 2;
  const lane = lanes.laneOf.get(key);
  const port = lanes.portOf.get(key);
  if (lane === undefined || port === undefined) {
    return x1 < to.x ? `M${x1} ${y1} L${to.x} ${middle}` : backwards(from, to);
  }
  const x = x1 + LANE.first + lane * LANE.step;
  const y = middle + Math.sign(port) * (PORT.first + (Math.abs(port) - 1) * PORT.step);
  const gap = gapFor(lanes.most);
  if (to.x - x1 <= gap) {
    return roundedPath(
      [
        [x1, y1],
        [x, y1],
        [x, y],
        [to.x, y],
      ],
      CORNER,
    );
  }
  // past the boxes that stand between, above or below their row, and in at the last gap
  const past = port < 0 ? to.y - BETWEEN_ROWS : to.y + BOX.height + CORNER;
  const last = to.x - gap + LANE.first;
  return roundedPath(
    [
      [x1, y1],
      [x, y1],
      [x, past],
      [last, past],
      [last, y],
      [to.x, y],
    ],
    CORNER,
  );
}

/** Links drawn by hand may lead to an earlier column. */
function backwards(from: PlacedNode, to: PlacedNode): string {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const y2 = to.y + BOX.height / 2;
  return `M${x1} ${y1} C${x1 + 60} ${y1} ${to.x - 60} ${y2} ${to.x} ${y2}`;
}
