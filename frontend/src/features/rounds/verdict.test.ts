import { expect, test } from 'vitest';
import type { RatingResult } from './queries';
import { findingOf } from './verdict';

type Outcome = RatingResult['verdicts'][number]['outcome'];

function result(outcome: Outcome, changes: Partial<RatingResult> = {}): RatingResult {
  const names = ['not important', 'important but not critical', 'critical'];
  return {
    kind: 'rating',
    question: {
      id: 'q',
      kind: 'rating',
      prompt: 'How important?',
      scale: null,
      options: [],
      at_most: null,
    },
    mine: null,
    whole: {
      rated: 9,
      unable: 0,
      counts: [],
      bands: names.map((name, n) => ({ name, low: n * 3 + 1, high: n * 3 + 3, share: 1 / 3 })),
      median: 5,
      lower_quartile: 4,
      upper_quartile: 6,
      band: 'important but not critical',
    },
    groups: [],
    verdicts: [
      {
        rule: 'RAND/UCLA',
        outcome: 'appropriate',
        is_locked: false,
        is_by_group: false,
        reason: '',
      },
      {
        rule: '70/15',
        outcome,
        is_locked: true,
        is_by_group: false,
        reason: 'Nobody gave a rating.',
      },
    ],
    is_divided: false,
    ...changes,
  };
}

test('only the locked rule decides', () => {
  expect(findingOf(result('uncertain'))).toEqual({ kind: 'none' });
  expect(findingOf(result('in'))).toEqual({ kind: 'in', band: 'critical' });
  expect(findingOf(result('out'))).toEqual({ kind: 'out', band: 'not important' });
});

test('no consensus is called divided only when the panel pulls two ways', () => {
  expect(findingOf(result('uncertain', { is_divided: true }))).toEqual({ kind: 'divided' });
  expect(findingOf(result('disagreement'))).toEqual({ kind: 'divided' });
});

test('a panel that agrees on the middle band is said to agree on that band', () => {
  expect(findingOf(result('agreement'))).toEqual({
    kind: 'in',
    band: 'important but not critical',
  });
});

test('a rule without a verdict says why', () => {
  expect(findingOf(result('not defined'))).toEqual({
    kind: 'nothing',
    reason: 'Nobody gave a rating.',
  });
});
