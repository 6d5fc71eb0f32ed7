import type { Question } from './queries';
import type { Given } from './round-answers';

type Scale = NonNullable<Question['scale']>;

/** The names of the bands that an answer has moved from and to; nothing where it has not. */
export function crossingOf(
  scale: Scale | null,
  before: Given | null | undefined,
  now: Given | undefined,
): { from: string; to: string } | undefined {
  const from = bandOf(scale, before?.rating);
  const to = bandOf(scale, now?.rating);
  return from && to && from !== to ? { from: from.name, to: to.name } : undefined;
}

function bandOf(scale: Scale | null, rating: number | null | undefined) {
  return rating == null
    ? undefined
    : scale?.bands.find(({ low, high }) => low <= rating && rating <= high);
}
