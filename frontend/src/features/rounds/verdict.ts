import type { RatingResult } from './queries';

/** What the locked rule found, in the words that the page has for it. */
export type Finding =
  | { kind: 'in' | 'out'; band: string }
  | { kind: 'divided' | 'none' }
  | { kind: 'nothing'; reason: string };

/** Says what the locked rule found; a panel that agrees on the middle band agrees on that band. */
export function findingOf({ outcome, verdicts, whole }: RatingResult): Finding {
  const locked = verdicts.find(({ is_locked }) => is_locked);
  const { bands, band } = whole;
  switch (outcome) {
    case 'in':
      return { kind: 'in', band: bands.at(-1)?.name ?? '' };
    case 'out':
      return { kind: 'out', band: bands[0]?.name ?? '' };
    case 'none':
      return locked?.outcome === 'agreement' && band ? { kind: 'in', band } : { kind: 'none' };
    case 'divided':
      return { kind: 'divided' };
    default:
      return { kind: 'nothing', reason: locked?.reason ?? '' };
  }
}
