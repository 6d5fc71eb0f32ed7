/** What was typed: so many characters at a place gave way to others. */
export interface Difference {
  start: number;
  removed: number;
  inserted: string;
}

/**
 * What turns one text into the other, as somebody did it whose caret stands at `caret` now: what
 * comes after the caret has not been touched.
 */
export function difference(before: string, after: string, caret: number): Difference {
  const shorter = Math.min(before.length, after.length);
  let tail = 0;
  const tailLimit = Math.min(shorter, after.length - caret);
  while (tail < tailLimit && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail += 1;
  }
  if (isLowHalf(after, after.length - tail) || isLowHalf(before, before.length - tail)) {
    tail -= 1;
  }
  let start = 0;
  while (start < shorter - tail && before[start] === after[start]) {
    start += 1;
  }
  if (isLowHalf(after, start) || isLowHalf(before, start)) {
    start -= 1;
  }
  return {
    start,
    removed: before.length - tail - start,
    inserted: after.slice(start, after.length - tail),
  };
}

/** A step of a change as Yjs tells it. */
export interface Step {
  retain?: number;
  insert?: unknown;
  delete?: number;
}

/** Where a place is after somebody else's change: it stays with the words before it. */
export function moved(place: number, steps: readonly Step[]): number {
  let index = 0;
  let result = place;
  for (const step of steps) {
    if (step.retain !== undefined) {
      index += step.retain;
    } else if (typeof step.insert === 'string') {
      if (index < result) {
        result += step.insert.length;
      }
      index += step.insert.length;
    } else if (step.delete !== undefined && index < result) {
      result -= Math.min(step.delete, result - index);
    }
  }
  return result;
}

/** An emoji is two halves in JavaScript, and the halves must never be parted. */
function isLowHalf(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}
