import type { RatingResult } from './queries';

type Figures = RatingResult['whole'];

/** Figures for tests: counts by point, of which only what a page shows is right. */
export function ratingFigures(
  counts: Record<number, number>,
  median: number,
  band = 'critical',
): Figures {
  return {
    rated: Object.values(counts).reduce((sum, count) => sum + count, 0),
    unable: 0,
    missing: 0,
    counts: Array.from({ length: 9 }, (_, n) => ({ point: n + 1, count: counts[n + 1] ?? 0 })),
    bands: [
      { name: 'not important', low: 1, high: 3, share: 0.4 },
      { name: 'important but not critical', low: 4, high: 6, share: 0 },
      { name: 'critical', low: 7, high: 9, share: 0.6 },
    ],
    median,
    lower_quartile: 2,
    upper_quartile: 9,
    iqr: 7,
    p30: 3,
    p70: 9,
    ipr: 6,
    iprcp: 6,
    ai: 1,
    ipras: 3.85,
    di: 1.56,
    rand: 'uncertain',
    seventy_fifteen: 'uncertain',
    band,
  };
}

/** The result of a rated question for tests. */
export function ratingResult(changes: Partial<RatingResult>): RatingResult {
  return {
    kind: 'rating',
    question: {
      id: 'q',
      kind: 'rating',
      prompt: 'How important is this?',
      scale: null,
      options: [],
      at_most: null,
    },
    mine: null,
    whole: ratingFigures({}, 5),
    groups: [],
    verdicts: [],
    outcome: null,
    is_divided: false,
    is_small_panel: true,
    ...changes,
  };
}
