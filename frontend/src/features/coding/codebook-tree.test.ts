import { expect, test } from 'vitest';
import { branchOf, inTreeOrder } from './codebook-tree';
import type { Code } from './queries';

function code(id: string, parent_id: string | null, coding_count = 0): Code {
  return {
    id,
    parent_id,
    name: id.toUpperCase(),
    description: '',
    colour: '#000000',
    position: 0,
    is_retired: false,
    coding_count,
  };
}

const CODES = [code('a', null, 1), code('b', null), code('a1', 'a', 2), code('a11', 'a1', 4)];

test('each code is followed by those below it and counts their codings', () => {
  expect(inTreeOrder(CODES).map(({ path, depth, total }) => [path, depth, total])).toEqual([
    ['A', 0, 7],
    ['A › A1', 1, 6],
    ['A › A1 › A11', 2, 4],
    ['B', 0, 0],
  ]);
});

test('a branch is a code and everything below it', () => {
  expect([...branchOf(CODES, 'a')]).toEqual(['a', 'a1', 'a11']);
  expect([...branchOf(CODES, 'b')]).toEqual(['b']);
});
