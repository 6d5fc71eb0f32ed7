import { describe, expect, it } from 'vitest';
import { findAll, replaced } from './finding';
import {
  appended,
  type Changes,
  changed,
  heardAt,
  isUnbroken,
  nextUncertain,
  type Passage,
  pauseBefore,
  type Transcript,
  wordsOf,
} from './transcript';

function passage(id: string, text: string, start: number, about: Partial<Passage> = {}): Passage {
  const words = text.split(' ');
  return {
    id,
    follows: null,
    text,
    speaker_id: null,
    version_id: null,
    start,
    end: start + words.length / 2,
    confidence: null,
    flags: [],
    is_edited: false,
    times: words.flatMap((_, n) => [n * 50, n * 50 + 50, 90]),
    superfluous: [],
    identifying: [],
    ...about,
  };
}

const ONE = passage('1', 'Nobody asked me', 0);
const TWO = passage('2', 'what I need.', 4, {
  follows: '1',
  times: [0, 50, 90, 50, 90, 20, 100, 150, 90],
});
const THREE = passage('3', 'And nobody told me.', 6, { follows: '2' });
const TRANSCRIPT: Transcript = {
  passages: [ONE, TWO, THREE],
  speakers: [],
  total: 3,
  isCorrectable: true,
  asOf: '2026-11-22T10:00:00Z',
  here: [],
};

function changes(about: Partial<Changes>): Changes {
  return {
    passages: [],
    gone: [],
    conflicts: [],
    speakers: [],
    as_of: '2026-11-22T10:00:05Z',
    ...about,
  };
}

describe('words and sound', () => {
  it('gives each word its place and its time', () => {
    expect(wordsOf(TWO)[1]).toMatchObject({ text: 'I', at: 5, start: 4.5, end: 4.9, sure: 20 });
  });

  it('shares the time of a passage whose words have none', () => {
    const words = wordsOf(passage('9', 'ab cd', 10, { times: [] }));
    expect(words.map(({ start }) => start)).toEqual([10, 10.6]);
    expect(words[0]?.sure).toBeUndefined();
  });

  it('follows the sound word by word, and rests where nobody speaks', () => {
    const { passages } = TRANSCRIPT;
    expect(heardAt(passages, 0.6)).toEqual({ passage: 0, word: 1 });
    expect(heardAt(passages, 4.95)).toEqual({ passage: 1, word: 1 });
    expect(heardAt(passages, 3.5)).toBeUndefined();
    expect(heardAt(passages, 99)).toBeUndefined();
  });

  it('knows how long nobody spoke before a word', () => {
    expect(pauseBefore(TRANSCRIPT.passages, { passage: 1, word: 0 })).toBeCloseTo(2.5);
    expect(pauseBefore(TRANSCRIPT.passages, { passage: 0, word: 0 })).toBeUndefined();
  });

  it('goes from one uncertain word to the next', () => {
    const { passages } = TRANSCRIPT;
    expect(nextUncertain(passages, { passage: 0, word: 0 }, 50, 1)).toEqual({
      passage: 1,
      word: 1,
    });
    expect(nextUncertain(passages, { passage: 2, word: 0 }, 50, -1)).toEqual({
      passage: 1,
      word: 1,
    });
    expect(nextUncertain(passages, { passage: 1, word: 1 }, 50, 1)).toBeUndefined();
  });
});

describe('what others do', () => {
  it('puts a passage that was split off where it belongs', () => {
    const split = changes({
      passages: [{ ...THREE, text: 'And nobody' }, passage('4', 'told me.', 7, { follows: '3' })],
    });
    const after = changed(changed(TRANSCRIPT, split), split);
    expect(after.passages.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
    expect(after.total).toBe(4);
    expect(isUnbroken(after)).toBe(true);
  });

  it('takes away a passage that was joined to another', () => {
    const after = changed(
      TRANSCRIPT,
      changes({ passages: [{ ...ONE, text: 'Nobody asked me what I need.' }], gone: ['2'] }),
    );
    expect(after.passages.map(({ id }) => id)).toEqual(['1', '3']);
    expect(isUnbroken(after)).toBe(true);
  });

  it('leaves everything as it is when nothing is new, so that nothing is drawn again', () => {
    const after = changed(TRANSCRIPT, changes({ passages: [{ ...TWO }] }));
    expect(after.passages).toBe(TRANSCRIPT.passages);
  });

  it('adds stretches once, and sees where one is missing', () => {
    const page = { total: 3, offset: 2, speakers: [], is_correctable: true, as_of: '' };
    const first = { ...TRANSCRIPT, passages: [ONE] };
    expect(appended(first, { ...page, passages: [ONE, TWO, THREE] }).passages).toHaveLength(3);
    expect(isUnbroken(appended(first, { ...page, passages: [THREE] }))).toBe(false);
  });
});

describe('find and replace', () => {
  const all = (words: string, how = {}) =>
    findAll(TRANSCRIPT.passages, { words, isCaseKept: false, isWholeWords: false, ...how });

  it('finds words in any case, or only as they are written, or only whole', () => {
    expect(all('nobody')).toHaveLength(2);
    expect(all('nobody', { isCaseKept: true })).toHaveLength(1);
    expect(all('me', { isWholeWords: true })).toHaveLength(2);
    expect(all('body', { isWholeWords: true })).toHaveLength(0);
    expect(all('need.')).toHaveLength(1);
    expect(all('  ')).toHaveLength(0);
  });

  it('replaces the chosen places and nothing else', () => {
    const texts = replaced(all('me'), 'us');
    expect(texts.get(ONE)).toBe('Nobody asked us');
    expect(texts.get(THREE)).toBe('And nobody told us.');
    expect(texts.has(TWO)).toBe(false);
    expect(replaced(all('nobody'), '').get(THREE)).toBe('And told me.');
  });
});
