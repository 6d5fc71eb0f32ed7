import { useCallback, useState } from 'react';
import { type Passage, type Place, wordsOf } from './transcript';
import type { View } from './view';

/** The passage and the word that keys speak of; by id, since passages come and go. */
export interface Cursor {
  id: string;
  word: number;
}

interface CursorVerbs {
  cursor: Cursor | undefined;
  /** Where the cursor is now; at the beginning before there is one. */
  place: () => Place;
  put: (place: Place | undefined) => void;
  step: (by: 1 | -1) => void;
  stepPassage: (by: 1 | -1) => void;
}

export function useCursor(
  passages: readonly Passage[],
  view: View,
  onMove: (index: number) => void,
): CursorVerbs {
  const [cursor, setCursor] = useState<Cursor>();
  const place = useCallback((): Place => {
    const passage = passages.findIndex(({ id }) => id === cursor?.id);
    return passage < 0 ? { passage: 0, word: 0 } : { passage, word: cursor?.word ?? 0 };
  }, [passages, cursor]);
  function put(to: Place | undefined) {
    const passage = to && passages[to.passage];
    if (to && passage) {
      setCursor({ id: passage.id, word: Math.min(to.word, wordsOf(passage).length - 1) });
      onMove(to.passage);
    }
  }
  function step(by: 1 | -1) {
    const { passage, word } = place();
    const words = wordsOf(passages[passage] as Passage);
    const isShown = (n: number) =>
      view.verbatim === 'full' || words[n] === undefined || !words[n].isSuperfluous;
    let next = word + by;
    while (!isShown(next)) {
      next += by;
    }
    if (next >= 0 && next < words.length) {
      put({ passage, word: next });
    } else if (by > 0) {
      put({ passage: passage + 1, word: 0 });
    } else if (passage > 0) {
      put({ passage: passage - 1, word: Number.MAX_SAFE_INTEGER });
    }
  }
  function stepPassage(by: 1 | -1) {
    put({ passage: place().passage + by, word: 0 });
  }
  return { cursor, place, put, step, stepPassage };
}
