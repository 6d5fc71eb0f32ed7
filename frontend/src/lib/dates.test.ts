import { expect, test } from 'vitest';
import { clockTime } from './clock-time';
import { longMoment, shortMoment } from './dates';

test('a moment says its weekday and its zone', () => {
  expect(longMoment('2026-11-21T14:30:00Z', 'Europe/London')).toBe(
    'Saturday 21 November 2026, 14:30\u00a0GMT',
  );
  expect(shortMoment('2020-06-20T09:05:00Z', 'Europe/London')).toBe(
    'Sat 20 Jun 2020, 10:05\u00a0BST',
  );
});

test('in a table the present year goes without saying, and no other', () => {
  const year = new Date().getFullYear();
  expect(shortMoment(`${year}-06-20T09:05:00Z`, 'Europe/London')).not.toContain(String(year));
  expect(shortMoment(`${year - 1}-06-20T09:05:00Z`, 'Europe/London')).toContain(String(year - 1));
  // the year is that of the place, as the day is
  expect(shortMoment(`${year - 1}-12-31T23:30:00Z`, 'Europe/Paris')).toMatch(/ 1 Jan, 00:30/);
});

test('places in a recording', () => {
  expect([7, 751, 3723.9].map(clockTime)).toEqual(['0:07', '12:31', '1:02:03']);
});
