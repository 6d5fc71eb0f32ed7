import { expect, test } from 'vitest';
import type { RatingResult } from './queries';
import { ratingFigures, ratingResult } from './results-made';
import { findingOf } from './verdict';

type Verdict = RatingResult['verdicts'][number]['outcome'];

function result(outcome: RatingResult['outcome'], verdict: Verdict = 'uncertain'): RatingResult {
  return {
    ...RESULT,
    outcome,
    verdicts: [verdictOf('RAND/UCLA', 'appropriate', false), verdictOf('70/15', verdict, true)],
  };
}

function verdictOf(
  rule: RatingResult['verdicts'][number]['rule'],
  outcome: Verdict,
  isLocked: boolean,
): RatingResult['verdicts'][number] {
  const reason = outcome === 'not defined' ? 'Nobody gave a rating.' : '';
  return { rule, outcome, is_locked: isLocked, is_by_group: false, reason };
}

const RESULT: RatingResult = ratingResult({
  whole: ratingFigures({ 4: 3, 5: 3, 6: 3 }, 5, 'important but not critical'),
});

test('the finding is what the server made of the locked rule', () => {
  expect(findingOf(result('none'))).toEqual({ kind: 'none' });
  expect(findingOf(result('in'))).toEqual({ kind: 'in', band: 'critical' });
  expect(findingOf(result('out'))).toEqual({ kind: 'out', band: 'not important' });
  expect(findingOf(result('divided'))).toEqual({ kind: 'divided' });
});

test('a panel that agrees on the middle band is said to agree on that band', () => {
  expect(findingOf(result('none', 'agreement'))).toEqual({
    kind: 'in',
    band: 'important but not critical',
  });
});

test('a rule without a verdict says why', () => {
  expect(findingOf(result(null, 'not defined'))).toEqual({
    kind: 'nothing',
    reason: 'Nobody gave a rating.',
  });
});
