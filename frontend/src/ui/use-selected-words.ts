import { type RefObject, useCallback, useEffect, useState } from 'react';
import { caretWithin, type Selected, selectedIn } from './text-selection';

const SETTLED_MS = 150;

interface SelectedWords {
  selected: Selected | undefined;
  /** Where a bar below the selected words begins, in pixels from the top of the frame. */
  top: number;
  clear: () => void;
}

/** Follows the browser's selection inside a text, once it has come to rest. */
export function useSelectedWords(
  text: string,
  words: RefObject<HTMLElement | null>,
  frame: RefObject<HTMLElement | null>,
): SelectedWords {
  const [selected, setSelected] = useState<Selected>();
  const [top, setTop] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;

    function isInBar(element: Element | null) {
      return frame.current?.contains(element) && !words.current?.contains(element);
    }
    function read() {
      const caret = words.current && caretWithin(words.current);
      if (!caret || isInBar(document.activeElement)) {
        // somebody is at work in the action bar, or elsewhere: what was chosen here still holds
        return;
      }
      const now = selectedIn(text, caret);
      setSelected((before) =>
        before?.start === now?.start && before?.end === now?.end ? before : now,
      );
      if (now && frame.current) {
        setTop(bottomOfSelection() - frame.current.getBoundingClientRect().top);
      }
    }
    function readSoon() {
      clearTimeout(timer);
      timer = setTimeout(read, SETTLED_MS);
    }

    document.addEventListener('selectionchange', readSoon);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', readSoon);
    };
  }, [text, words, frame]);

  const clear = useCallback(() => {
    setSelected(undefined);
    document.getSelection()?.removeAllRanges();
  }, []);

  return { selected, top, clear };
}

function bottomOfSelection(): number {
  const selection = document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  // a browser without layout, as in tests, has no rectangles
  return range?.getBoundingClientRect?.().bottom ?? 0;
}
