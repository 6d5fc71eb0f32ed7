import { expect, test } from 'vitest';
import type { Edge, Lineage } from '../queries';
import { layOut, wrapWords } from './lineage-layout';
import { BOX } from './lineage-shapes';

const STAGES = [
  { id: 'a', label: '1a', title: '' },
  { id: 'b', label: '1b', title: '' },
];

function node(id: string, mechanism: string, stage: string, number = 1): Lineage['nodes'][number] {
  return {
    id,
    mechanism_id: mechanism,
    number,
    title: id,
    stage_id: stage,
    stage_label: stage,
    papers: null,
    is_frozen: true,
    is_retired: false,
  };
}

function edge(id: string, before: string | null, after: string | null, isPart = false): Edge {
  const end = (of: string | null) =>
    of === null
      ? null
      : { id: of, mechanism_id: of, number: 1, title: of, stage_id: '', stage_label: '' };
  return {
    id,
    kind: 'merges',
    is_part: isPart,
    note: `why ${id}`,
    before: end(before),
    after: end(after),
  };
}

function places(lineage: Lineage) {
  const drawing = layOut(lineage);
  return { drawing, at: new Map(drawing.nodes.map((placed) => [placed.node.id, placed])) };
}

test('stages are columns from left to right', () => {
  const { drawing, at } = places({
    stages: STAGES,
    nodes: [node('one', 'm', 'a'), node('two', 'm', 'b', 2)],
    edges: [],
  });
  expect(at.get('one')?.x).toBeLessThan(at.get('two')?.x ?? 0);
  expect(at.get('one')?.y).toBe(at.get('two')?.y);
  expect(drawing.stages.map(({ x }) => x)).toEqual([at.get('one')?.x, at.get('two')?.x]);
});

test('versions of one mechanism are joined even where nobody drew a link, and once where one did', () => {
  const nodes = [node('one', 'm', 'a'), node('two', 'm', 'b', 2)];
  expect(layOut({ stages: STAGES, nodes, edges: [] }).lines).toHaveLength(1);
  const drawn = layOut({ stages: STAGES, nodes, edges: [edge('e', 'one', 'two')] }).lines;
  expect(drawn.map(({ key }) => key)).toEqual(['e']);
});

test('a second version in the same stage stands after the first', () => {
  const { drawing, at } = places({
    stages: STAGES,
    nodes: [node('one', 'm', 'a'), node('two', 'm', 'a', 2), node('three', 'm', 'b', 3)],
    edges: [],
  });
  const xs = ['one', 'two', 'three'].map((id) => at.get(id)?.x ?? 0);
  expect(xs).toEqual([...xs].sort((one, other) => one - other));
  expect(new Set(xs).size).toBe(3);
  expect(drawing.stages[0]?.width).toBeGreaterThan(drawing.stages[1]?.width ?? 0);
});

test('mechanisms alive at once never share a place', () => {
  const nodes = ['a1', 'a2', 'a3'].map((id) => node(id, id, 'a'));
  const { at } = places({
    stages: STAGES,
    nodes: [...nodes, node('new', 'new', 'b'), node('kept', 'a2', 'b', 2)],
    edges: [edge('e', 'a1', 'new'), edge('f', 'a3', 'new')],
  });
  const spots = [...at.values()].map(({ x, y }) => `${x} ${y}`);
  expect(new Set(spots).size).toBe(spots.length);
});

test('a part is marked as such', () => {
  const { lines } = layOut({
    stages: STAGES,
    nodes: [node('one', 'm', 'a'), node('two', 'n', 'b')],
    edges: [edge('e', 'one', 'two', true)],
  });
  expect(lines.map(({ isPart }) => isPart)).toEqual([true]);
});

test('a line that begins out of nothing and one that ends in nothing say so with their reasons', () => {
  const { ends } = layOut({
    stages: STAGES,
    nodes: [node('old', 'm', 'a'), node('fresh', 'n', 'b')],
    edges: [edge('end', 'old', null), edge('start', null, 'fresh')],
  });
  expect(ends.map(({ isBeginning, note }) => [isBeginning, note])).toEqual([
    [false, 'why end'],
    [true, 'why start'],
  ]);
});

test('links that run in a ring do not hang the page', () => {
  const { at } = places({
    stages: STAGES,
    nodes: [node('one', 'm', 'a'), node('two', 'n', 'a')],
    edges: [edge('e', 'one', 'two'), edge('f', 'two', 'one')],
  });
  expect(at.size).toBe(2);
});

test('a long title is wrapped and cut off where it does not fit', () => {
  expect(wrapWords('Use of power', 23, 2)).toEqual(['Use of power']);
  expect(wrapWords('Creating the conditions to work together', 23, 2)).toEqual([
    'Creating the conditions',
    'to work together',
  ]);
  const cut = wrapWords('Strategic networking and the bigger picture of all services', 23, 2);
  expect(cut).toHaveLength(2);
  expect(cut[1]).toMatch(/…$/);
});

test('a line to a later column runs between the rows, past the boxes that stand in its way', () => {
  const stages = [...STAGES, { id: 'c', label: '2', title: '' }];
  const { drawing, at } = places({
    stages,
    nodes: [
      node('old', 'old', 'a'),
      node('one', 'm', 'a'),
      node('two', 'm', 'b', 2),
      node('three', 'm', 'c', 3),
    ],
    edges: [edge('far', 'old', 'three')],
  });
  const between = at.get('two');
  const line = drawing.lines.find(({ key }) => key === 'far');
  const numbers = [...(line?.path.matchAll(/-?[\d.]+/g) ?? [])].map(Number);
  const points = numbers.flatMap((x, index) => (index % 2 ? [] : [[x, numbers[index + 1] ?? 0]]));
  expect(between).toBeDefined();
  const { x = 0, y = 0 } = between ?? {};
  // the stretch that passes the box lies above or below it
  const passing = points.slice(1).flatMap(([toX = 0, toY = 0], index) => {
    const [fromX = 0] = points[index] ?? [];
    return fromX < x + BOX.width && toX > x ? [toY] : [];
  });
  expect(passing.length).toBeGreaterThan(0);
  expect(passing.every((height) => height < y || height > y + BOX.height)).toBe(true);
});
