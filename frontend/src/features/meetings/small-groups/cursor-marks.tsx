import { type RefObject, useEffect, useRef } from 'react';
import classes from './note.module.css';
import type { Cursor } from './note-sync';

const COLOURS = 6;
const FLAG_WIDTH = 136;

interface CursorMarksProps {
  area: RefObject<HTMLTextAreaElement | null>;
  text: string;
  cursors: readonly Cursor[];
}

/** A writer's colour: the same everywhere, and never the only way to know who it is. */
export function colourOf(memberId: string): number {
  let sum = 0;
  for (const character of memberId) {
    sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  }
  return (sum % COLOURS) + 1;
}

/**
 * Draws where the others are over a text area, which itself can show one caret only: the same words,
 * unseen, in the same places. The list of names beside it says the same to a screen reader.
 */
export function CursorMarks({ area, text, cursors }: CursorMarksProps) {
  const marks = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const source = area.current;
    const follow = () => {
      if (source && marks.current) {
        marks.current.scrollTop = source.scrollTop;
      }
    };
    follow();
    for (const caret of marks.current?.querySelectorAll<HTMLElement>('[data-colour]') ?? []) {
      // a name near the end of a line would be cut off
      const room = (marks.current?.clientWidth ?? 0) - caret.offsetLeft;
      caret.toggleAttribute('data-flipped', room < FLAG_WIDTH);
    }
    source?.addEventListener('scroll', follow);
    return () => source?.removeEventListener('scroll', follow);
  });

  const places = [...cursors].sort((one, other) => one.end - other.end);
  let at = 0;
  return (
    <div ref={marks} className={classes.marks} aria-hidden>
      {places.map(({ connection, memberId, name, end }) => {
        const before = text.slice(at, end);
        at = Math.max(at, end);
        return (
          <span key={connection}>
            {before}
            <span className={classes.caret} data-colour={colourOf(memberId)}>
              <span className={classes.flag}>{name}</span>
            </span>
          </span>
        );
      })}
      {/* the last line must have its height, as in the area */}
      {`${text.slice(at)}\n`}
    </div>
  );
}
