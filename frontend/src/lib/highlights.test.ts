import { expect, test } from 'vitest';
import { cutAtMarks } from './highlights';

test('overlapping marks cut the text where either begins or ends', () => {
  const pieces = cutAtMarks('one two three', [
    { start: 0, end: 7 },
    { start: 4, end: 13 },
  ]);
  expect(pieces.map(({ text, marks }) => [text, marks.length])).toEqual([
    ['one ', 1],
    ['two', 2],
    [' three', 1],
  ]);
});

test('marks are counted in codepoints', () => {
  const pieces = cutAtMarks('👍 yes', [{ start: 2, end: 5 }]);
  expect(pieces.map(({ text }) => text)).toEqual(['👍 ', 'yes']);
});

test('a mark beyond the end, as after an edit, loses no words', () => {
  const pieces = cutAtMarks('short', [{ start: 2, end: 99 }]);
  expect(pieces.map(({ text }) => text).join('')).toBe('short');
});
