import { describe, expect, test } from 'vitest';
import { voicesOf } from './airtime';
import { clockMs, expectedEnd, statusOf, timingOf, usedMs } from './meeting-clock';
import { AT, aState } from './testing/a-meeting';

const MINUTE = 60_000;
const START = Date.parse(AT);
const at = (minutes: number) => new Date(START + minutes * MINUTE).toISOString();
const point = (id: string, minutes: number) => ({
  id,
  title: id,
  kind: 'discuss' as const,
  version_id: null,
  minutes,
});
const agenda = [point('a', 10), point('b', 20), point('c', 30), point('d', 5)];
const state = aState({
  agenda,
  shown: { item_id: 'b', since: at(12), clock_ms: 12 * MINUTE },
  used: { a: 12 * MINUTE },
  done: ['a'],
  skipped: ['d'],
});

describe('the clock of a meeting', () => {
  test('counts the point and the whole, without what is skipped', () => {
    expect(timingOf(state, START + 17 * MINUTE)).toEqual({
      point: { used: 5 * MINUTE, planned: 20 * MINUTE },
      whole: { used: 17 * MINUTE, planned: 60 * MINUTE },
    });
    expect(usedMs(state, 'a', START + 17 * MINUTE)).toBe(12 * MINUTE);
  });

  test('stands still in a break, and takes no account of it afterwards', () => {
    const paused = { ...state, paused_at: at(20) };
    expect(clockMs(paused, START + 50 * MINUTE)).toBe(20 * MINUTE);
    const resumed = { ...state, paused_ms: 30 * MINUTE };
    expect(usedMs(resumed, 'b', START + 55 * MINUTE)).toBe(13 * MINUTE);
  });

  test('expects the end when the rest takes its planned time', () => {
    const now = START + 17 * MINUTE;
    expect(expectedEnd(state, now)).toBe(now + 15 * MINUTE + 30 * MINUTE);
  });

  test('knows where every point stands', () => {
    expect(agenda.map(({ id }) => statusOf(state, id))).toEqual([
      'done',
      'shown',
      'to_come',
      'skipped',
    ]);
  });
});

test('airtime by group counts the present turn, and shares are of those who are in a group', () => {
  const groups = [
    { id: 'g', name: 'Carers', position: 0 },
    { id: 'h', name: 'Doctors', position: 1 },
    { id: 'k', name: 'Nobody came', position: 2 },
  ];
  const person = (id: string, group: string | null) => ({ id, name: id, group_id: group });
  const spoken = aState({
    people: {
      ann: person('ann', 'g'),
      amy: person('amy', 'g'),
      bob: person('bob', 'h'),
      chair: person('chair', null),
    },
    spoken: { bob: 2 * MINUTE, chair: 9 * MINUTE },
    floor: { member_id: 'ann', since: at(10) },
  });
  const voices = voicesOf(spoken, groups, START + 11 * MINUTE);
  expect(voices.map(({ group, seconds }) => [group.name, seconds])).toEqual([
    ['Carers', 60],
    ['Doctors', 120],
  ]);
  expect(voices[0]?.shareOfTime).toBeCloseTo(1 / 3);
  expect(voices[0]?.shareOfPeople).toBeCloseTo(2 / 3);
});
