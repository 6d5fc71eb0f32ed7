import type { RatingResult } from './queries';

/** What the locked rule found, in the words that the page has for it. */
export type Finding =
  | { kind: 'in' | 'out'; band: string }
  | { kind: 'divided' | 'none' }
  | { kind: 'nothing'; reason: string };

/** Reads the locked rule's verdict; a panel without consensus is divided or merely undecided. */
export function findingOf(result: RatingResult): Finding {
  const locked = result.verdicts.find(({ is_locked }) => is_locked);
  const { bands, band } = result.whole;
  const top = bands.at(-1)?.name ?? '';
  const bottom = bands[0]?.name ?? '';
  switch (locked?.outcome) {
    case 'in':
    case 'appropriate':
      return { kind: 'in', band: top };
    case 'out':
    case 'inappropriate':
      return { kind: 'out', band: bottom };
    case 'agreement':
      // the classic count says that the panel agrees, and the median says on what
      return { kind: band === bottom ? 'out' : 'in', band: band ?? top };
    case 'disagreement':
      return { kind: 'divided' };
    case 'uncertain':
    case 'indeterminate':
      return { kind: result.is_divided ? 'divided' : 'none' };
    default:
      return { kind: 'nothing', reason: locked?.reason ?? '' };
  }
}
