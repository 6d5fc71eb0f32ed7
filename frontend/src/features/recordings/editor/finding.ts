import type { Passage } from './transcript';

export interface Wanted {
  words: string;
  isCaseKept: boolean;
  isWholeWords: boolean;
}

export interface Match {
  passage: Passage;
  /** UTF-16 places in the passage's text. */
  start: number;
  end: number;
}

const MOST = 5000;

/** Every place where words stand, in order. */
export function findAll(passages: readonly Passage[], wanted: Wanted): Match[] {
  const pattern = patternOf(wanted);
  const found: Match[] = [];
  if (!pattern) {
    return found;
  }
  for (const passage of passages) {
    for (const match of passage.text.matchAll(pattern)) {
      found.push({ passage, start: match.index, end: match.index + match[0].length });
      if (found.length === MOST) {
        return found;
      }
    }
  }
  return found;
}

/** The passages of some matches with other words in their place. */
export function replaced(matches: readonly Match[], words: string): Map<Passage, string> {
  const texts = new Map<Passage, string>();
  // from the end, so that the places before stay where they are
  for (const { passage, start, end } of [...matches].reverse()) {
    const text = texts.get(passage) ?? passage.text;
    texts.set(passage, text.slice(0, start) + words + text.slice(end));
  }
  for (const [passage, text] of texts) {
    // a word that is replaced by nothing leaves no double blank behind
    texts.set(passage, words ? text : text.replace(/ {2,}/g, ' ').trim());
  }
  return texts;
}

function patternOf({ words, isCaseKept, isWholeWords }: Wanted): RegExp | undefined {
  const escaped = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  if (!escaped) {
    return undefined;
  }
  const edge = '[\\p{L}\\p{N}_]';
  const whole = isWholeWords ? `(?<!${edge})${escaped}(?!${edge})` : escaped;
  return new RegExp(whole, isCaseKept ? 'gu' : 'giu');
}
