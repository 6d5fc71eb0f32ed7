import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import classes from './editor.module.css';
import type { Passage } from './transcript';

export interface ListHandle {
  /** Brings a passage into view, unless it is there. */
  show: (index: number) => void;
}

interface PassageListProps {
  passages: readonly Passage[];
  /** How many there are in all, also where not all are here yet. */
  total: number;
  row: (passage: Passage, index: number) => ReactNode;
  /** A word was pressed, or pressed twice. */
  onWord: (index: number, word: number, isTwice: boolean) => void;
  handle: RefObject<ListHandle | null>;
}

/** A passage of two lines, as most are. */
const USUAL_HEIGHT = 72;
const OVERSCAN = 6;
/** What the bars at the top of the page cover, and a little air. */
const COVERED_TOP = 260;
const COVERED_BOTTOM = 80;

/** Thousands of passages, of which only those in view are drawn. */
export function PassageList({ passages, total, row, onWord, handle }: PassageListProps) {
  const { t } = useTranslation('recordings');
  const list = useRef<HTMLOListElement>(null);
  const margin = useOffset(list);
  const virtualizer = useWindowVirtualizer({
    count: passages.length,
    estimateSize: () => USUAL_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: margin,
    scrollPaddingStart: COVERED_TOP,
    scrollPaddingEnd: COVERED_BOTTOM,
    getItemKey: (index) => passages[index]?.id ?? index,
  });
  useImperativeHandle(handle, () => ({ show: (index) => show(virtualizer, index) }), [virtualizer]);
  useWordPresses(list, onWord);
  return (
    <ol
      ref={list}
      className={classes.passages}
      aria-label={t('text.title')}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const passage = passages[index];
        return (
          passage && (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={classes.item}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - margin}px)` }}
            >
              {row(passage, index)}
            </li>
          )
        );
      })}
    </ol>
  );
}

function show(virtualizer: Virtualizer<Window, Element>, index: number): void {
  const item = virtualizer.getVirtualItems().find((one) => one.index === index);
  const top = window.scrollY + COVERED_TOP;
  const bottom = window.scrollY + window.innerHeight - COVERED_BOTTOM;
  if (!item || item.start < top || item.end > bottom) {
    virtualizer.scrollToIndex(index, { align: item && item.start >= top ? 'end' : 'start' });
  }
}

/** How far down the page the list begins; other things above it may grow. */
function useOffset(list: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top;
      if (top !== undefined) {
        setOffset(Math.round(top + window.scrollY));
      }
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [list]);
  return offset;
}

/** Words are pressed by the thousand, so the list listens for all of them; keys do the same. */
function useWordPresses(
  list: RefObject<HTMLElement | null>,
  onWord: PassageListProps['onWord'],
): void {
  const latest = useRef(onWord);
  useEffect(() => {
    latest.current = onWord;
  });
  useEffect(() => {
    const here = list.current;
    function onPress(event: MouseEvent) {
      const word = event.target instanceof Element && event.target.closest('[data-word]');
      const item = word ? word.closest('[data-index]') : null;
      const isChoosing = document.getSelection()?.isCollapsed === false;
      if (word && item && (!isChoosing || event.type === 'dblclick')) {
        latest.current(
          Number(item.getAttribute('data-index')),
          Number(word.getAttribute('data-word')),
          event.type === 'dblclick',
        );
      }
    }
    here?.addEventListener('click', onPress);
    here?.addEventListener('dblclick', onPress);
    return () => {
      here?.removeEventListener('click', onPress);
      here?.removeEventListener('dblclick', onPress);
    };
  }, [list]);
}
