const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before try number `attempt` (from 0). Half is chance, so that a room full of
 * browsers does not come back in the same instant.
 */
export function backoffMs(attempt: number, chance: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return full / 2 + (chance() * full) / 2;
}
