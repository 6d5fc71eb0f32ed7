import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];
export type Passage = Schemas['PassageRead'];
export type Voice = Schemas['SpeakerRead'];
export type Changes = Schemas['ChangesRead'];

/** A transcript as far as it has been fetched; passages in order. */
export interface Transcript {
  passages: readonly Passage[];
  speakers: readonly Voice[];
  total: number;
  isCorrectable: boolean;
  /** Changes are asked for since this moment. */
  asOf: string;
  /** Who else has it open, by name. */
  here: readonly string[];
}

export interface Word {
  text: string;
  /** UTF-16 place in the passage's text. */
  at: number;
  /** Seconds of the recording; undefined where nothing has a time. */
  start: number | undefined;
  end: number | undefined;
  /** How sure the engine was, 0–100; undefined where it does not say. */
  sure: number | undefined;
  isSuperfluous: boolean;
  isIdentifying: boolean;
}

const NUMBERS_A_WORD = 3;
const known = new WeakMap<Passage, readonly Word[]>();

/** The words of a passage between blanks, with their times. */
export function wordsOf(passage: Passage): readonly Word[] {
  let words = known.get(passage);
  if (!words) {
    words = readWords(passage);
    known.set(passage, words);
  }
  return words;
}

function readWords(passage: Passage): Word[] {
  const { text, times, start, end } = passage;
  const found = [...text.matchAll(/\S+/g)];
  const isTimed = start !== null && times.length === NUMBERS_A_WORD * found.length;
  const superfluous = new Set(passage.superfluous);
  const identifying = new Set(passage.identifying);
  return found.map((match, n) => {
    const share = (at: number) =>
      start === null || end === null ? undefined : start + ((end - start) * at) / text.length;
    const time = (at: number) => (start ?? 0) + (times[NUMBERS_A_WORD * n + at] ?? 0) / 100;
    return {
      text: match[0],
      at: match.index,
      start: isTimed ? time(0) : share(match.index),
      end: isTimed ? time(1) : share(match.index + match[0].length),
      sure: isTimed ? times[NUMBERS_A_WORD * n + 2] : undefined,
      isSuperfluous: superfluous.has(n),
      isIdentifying: identifying.has(n),
    };
  });
}

/** Adds a stretch that was fetched later; a passage that is here already is left alone. */
export function appended(transcript: Transcript, page: Schemas['PassagePage']): Transcript {
  const here = new Set(transcript.passages.map(({ id }) => id));
  const passages = [...transcript.passages, ...page.passages.filter(({ id }) => !here.has(id))];
  return { ...transcript, passages, total: page.total };
}

/** True when every passage stands after the one it follows, so that none is missing. */
export function isUnbroken(transcript: Transcript): boolean {
  return transcript.passages.every(
    ({ follows }, n) => n === 0 || follows === transcript.passages[n - 1]?.id,
  );
}

/** The transcript after changes of anybody; what is told twice changes nothing. */
export function changed(transcript: Transcript, changes: Changes): Transcript {
  const gone = new Set(changes.gone);
  const before = transcript.passages;
  const passages = gone.size ? before.filter(({ id }) => !gone.has(id)) : [...before];
  for (const passage of changes.passages) {
    const at = passages.findIndex(({ id }) => id === passage.id);
    const isSame = at >= 0 && JSON.stringify(passages[at]) === JSON.stringify(passage);
    if (at >= 0 && !isSame) {
      passages[at] = passage;
    } else if (at < 0) {
      const after = passages.findIndex(({ id }) => id === passage.follows);
      if (after >= 0 || passage.follows === null) {
        passages.splice(after + 1, 0, passage);
      }
    }
  }
  const isSame =
    passages.length === before.length && passages.every((passage, n) => passage === before[n]);
  return {
    ...transcript,
    passages: isSame ? before : chained(passages),
    speakers:
      JSON.stringify(changes.speakers) === JSON.stringify(transcript.speakers)
        ? transcript.speakers
        : changes.speakers,
    total: transcript.total + passages.length - before.length,
    asOf: changes.as_of > transcript.asOf ? changes.as_of : transcript.asOf,
  };
}

/** After a split or a join the next passage follows another one, though nobody changed it. */
function chained(passages: readonly Passage[]): Passage[] {
  return passages.map((passage, n) => {
    const follows = passages[n - 1]?.id ?? null;
    return passage.follows === follows ? passage : { ...passage, follows };
  });
}

/** Where a transcript is: a passage and a word in it. */
export interface Place {
  passage: number;
  word: number;
}

/** What is heard at a moment; between two words, the one before. */
export function heardAt(passages: readonly Passage[], seconds: number): Place | undefined {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.start ?? 0) <= seconds) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const passage = passages[low - 1];
  if (!passage || passage.start === null || seconds > (passage.end ?? passage.start) + 1) {
    return undefined;
  }
  const words = wordsOf(passage);
  const word = words.findLastIndex(({ start }) => start !== undefined && start <= seconds + 0.02);
  return { passage: low - 1, word: Math.max(0, word) };
}

/** The next or previous word that the engine was not sure of. */
export function nextUncertain(
  passages: readonly Passage[],
  from: Place,
  threshold: number,
  step: 1 | -1,
): Place | undefined {
  for (let n = from.passage; n >= 0 && n < passages.length; n += step) {
    const words = wordsOf(passages[n] as Passage);
    const isHere = n === from.passage;
    let word = step > 0 ? 0 : words.length - 1;
    if (isHere) {
      word = from.word + step;
    }
    for (; word >= 0 && word < words.length; word += step) {
      const { sure } = words[word] as Word;
      if (sure !== undefined && sure < threshold) {
        return { passage: n, word };
      }
    }
  }
  return undefined;
}

/** Seconds without a word before a word; undefined where nothing has a time. */
export function pauseBefore(passages: readonly Passage[], place: Place): number | undefined {
  const passage = passages[place.passage];
  const before = passages[place.passage - 1];
  const words = passage ? wordsOf(passage) : [];
  const last = place.word > 0 ? words[place.word - 1] : before ? wordsOf(before).at(-1) : undefined;
  const start = words[place.word]?.start;
  return start === undefined || last?.end === undefined ? undefined : start - last.end;
}

const LONG_PAUSE = 2;

/** The pauses worth showing in a passage, by the word they stand before. */
export function pausesIn(passages: readonly Passage[], index: number): ReadonlyMap<number, number> {
  const words = wordsOf(passages[index] as Passage);
  const long = words
    .map((_, word) => [word, pauseBefore(passages, { passage: index, word }) ?? 0] as const)
    .filter(([, seconds]) => seconds >= LONG_PAUSE);
  return new Map(long);
}
