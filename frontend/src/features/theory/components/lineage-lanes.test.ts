import { expect, test } from 'vitest';
import { lanesOf, type Run, roundedPath } from './lineage-lanes';

/** `a0>b1` is a line from box a in row 0 of the first column to box b in row 1 of the next. */
function runs(...written: string[]): Run[] {
  return written.map((key) => {
    const [from = '', to = ''] = key.split('>');
    const spot = (name: string, column: number) => ({
      id: name,
      column,
      row: Number(name.slice(1)),
    });
    return { key, from: spot(from, 0), to: spot(to, 1) };
  });
}

test('lines that part from one box share a lane, and those of another box have their own', () => {
  const { laneOf, most } = lanesOf(runs('a0>x1', 'a0>x2', 'a0>x3', 'b4>x1', 'b4>x2', 'b4>x3'));
  expect([...laneOf.values()]).toEqual([0, 0, 0, 1, 1, 1]);
  expect(most).toBe(2);
});

test('lines that are folded into one box share a lane and come in together', () => {
  const { laneOf, portOf } = lanesOf(runs('a1>x0', 'b2>x0', 'c3>x0'));
  expect(new Set(laneOf.values()).size).toBe(1);
  expect(new Set(portOf.values())).toEqual(new Set([1]));
});

test('lines of different lanes come into a box beside one another, from above and from below', () => {
  const { portOf } = lanesOf(
    runs('a0>x2', 'a0>y5', 'a0>z6', 'b1>x2', 'b1>y5', 'b1>z6', 'c4>x2', 'c4>y5', 'c4>z6'),
  );
  expect(['a0>x2', 'b1>x2', 'c4>x2'].map((key) => portOf.get(key))).toEqual([-1, -2, 1]);
});

test('a line along its row needs no lane', () => {
  expect(lanesOf(runs('a0>x0')).most).toBe(0);
});

test('corners are rounded, and no more than half of a short stretch', () => {
  const path = roundedPath(
    [
      [0, 0],
      [20, 0],
      [20, 6],
      [40, 6],
    ],
    7,
  );
  expect(path).toBe('M0 0 L13 0 Q20 0 20 3 L20 3 Q20 6 27 6 L40 6');
});
