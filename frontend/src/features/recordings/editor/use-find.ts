import { useMemo, useState } from 'react';
import { findAll, type Wanted } from './finding';
import type { Passage } from './transcript';

const NOTHING_FOUND: never[] = [];

/** What is looked for in the text, where it stands, and at which place one is. */
export function useFind(passages: readonly Passage[], show: (index: number) => void) {
  const [isOpen, setIsOpen] = useState(false);
  const [wanted, setWanted] = useState<Wanted>({
    words: '',
    isCaseKept: false,
    isWholeWords: false,
  });
  const [at, setAt] = useState(0);
  const matches = useMemo(
    () => (isOpen ? findAll(passages, wanted) : NOTHING_FOUND),
    [isOpen, passages, wanted],
  );
  const current = Math.min(at, Math.max(0, matches.length - 1));
  const marks = useMemo(() => {
    const byPassage = new Map<Passage, { start: number; end: number; isCurrent: boolean }[]>();
    matches.forEach(({ passage, start, end }, n) => {
      const marked = byPassage.get(passage) ?? [];
      byPassage.set(passage, [...marked, { start, end, isCurrent: n === current }]);
    });
    return byPassage;
  }, [matches, current]);
  const go = (index: number) => {
    setAt(index);
    const match = matches[index];
    if (match) {
      show(passages.indexOf(match.passage));
    }
  };
  return {
    isOpen,
    open: () => setIsOpen(true),
    close: () => setIsOpen(false),
    wanted,
    want: (next: Wanted) => {
      setWanted(next);
      setAt(0);
      const [first] = findAll(passages, next);
      if (first) {
        show(passages.indexOf(first.passage));
      }
    },
    matches,
    current,
    go,
    inPassage: (passage: Passage) => marks.get(passage) ?? NOTHING_FOUND,
  };
}
