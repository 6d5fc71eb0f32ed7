import { expect, test } from 'vitest';
import { clockTime } from './clock-time';
import { longMoment, shortMoment } from './dates';

test('a moment says its weekday and its zone', () => {
  expect(longMoment('2026-11-21T14:30:00Z', 'Europe/London')).toBe(
    'Saturday 21 November 2026, 14:30 GMT',
  );
  expect(shortMoment('2026-06-20T09:05:00Z', 'Europe/London')).toBe('Sat 20 Jun, 10:05 BST');
});

test('places in a recording', () => {
  expect([7, 751, 3723.9].map(clockTime)).toEqual(['0:07', '12:31', '1:02:03']);
});
