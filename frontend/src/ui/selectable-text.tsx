import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cutAtMarks, type Stretch } from '@/lib/highlights';
import classes from './selectable-text.module.css';
import { caretAfterKey } from './selection-keys';
import { caretWithin, type Selected, showCaret } from './text-selection';
import { useSelectedWords } from './use-selected-words';

/** A highlight; `colour` is any CSS colour or token, `label` is what a listener hears. */
export interface Highlight extends Stretch {
  id: string;
  label: string;
  colour?: string;
}

interface SelectableTextProps {
  text: string;
  /** What the text is, for screen readers. */
  label: string;
  highlights?: readonly Highlight[];
  activeId?: string | undefined;
  onHighlight?: (ids: string[]) => void;
  /** What can be done with the selected words; call `done` to let go of them. */
  actions?: (selected: Selected, done: () => void) => ReactNode;
}

/** Plain text whose words can be chosen with mouse, finger or keys, and acted on in a bar beside them. */
export function SelectableText({ text, label, highlights = [], ...rest }: SelectableTextProps) {
  const { t } = useTranslation('ui');
  const hintId = useId();
  const words = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { selected, top, clear } = useSelectedWords(text, words, frame);
  const [isActing, setIsActing] = useState(false);

  function done() {
    setIsActing(false);
    clear();
    words.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const container = words.current;
    if (event.key === 'Escape' && selected) {
      done();
      return;
    }
    if (!container) {
      return;
    }
    const caret = caretWithin(container) ?? { anchor: 0, focus: 0 };
    const next = caretAfterKey(text, caret, event);
    if (next) {
      event.preventDefault();
      showCaret(container, next);
    }
  }

  // once the bar has the focus the browser's own selection may go: a highlight stands in for it
  const pending: Highlight[] =
    isActing && selected
      ? [{ ...selected, id: 'pending', label: '', colour: 'var(--highlight)' }]
      : [];
  const shown = [...highlights, ...pending];

  return (
    <div ref={frame} className={classes.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; this is text */}
      <div
        ref={words}
        role="group"
        aria-label={label}
        aria-describedby={rest.actions ? hintId : undefined}
        tabIndex={rest.actions ? 0 : undefined}
        className={classes.text}
        onKeyDown={rest.actions ? onKeyDown : undefined}
      >
        {withPlaces(cutAtMarks(text, shown)).map(({ text: piece, marks, place }) => (
          <HighlightedPiece
            key={place}
            marks={marks}
            isActive={marks.some(({ id }) => id === rest.activeId)}
            onChoose={rest.onHighlight}
          >
            {piece}
          </HighlightedPiece>
        ))}
      </div>
      {rest.actions && (
        <>
          <VisuallyHidden id={hintId}>{t('selection.hint')}</VisuallyHidden>
          {selected && (
            <div
              role="toolbar"
              aria-label={t('selection.actions')}
              className={classes.bar}
              style={{ top }}
              onFocus={() => setIsActing(true)}
              onBlur={({ currentTarget, relatedTarget }) =>
                setIsActing(currentTarget.contains(relatedTarget))
              }
              onKeyDown={(event) => event.key === 'Escape' && done()}
            >
              {rest.actions(selected, done)}
            </div>
          )}
        </>
      )}
      <VisuallyHidden role="status">
        {selected ? t('selection.chosen', { quote: selected.quote }) : ''}
      </VisuallyHidden>
    </div>
  );
}

interface HighlightedPieceProps {
  marks: readonly Highlight[];
  isActive: boolean;
  onChoose: ((ids: string[]) => void) | undefined;
  children: string;
}

/** A stretch of the text under the same highlights; pressing it says which they are. */
function HighlightedPiece({ marks, isActive, onChoose, children }: HighlightedPieceProps) {
  const top = marks.at(-1);
  if (!top) {
    return <span>{children}</span>;
  }
  const ids = marks.map(({ id }) => id);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same highlights stand in a list with buttons
    <mark
      className={classes.mark}
      data-active={isActive || undefined}
      data-many={marks.length > 1 || undefined}
      title={marks.map(({ label }) => label).join(', ')}
      style={{ '--mark': top.colour ?? 'var(--highlight-active)' } as object}
      onClick={() => document.getSelection()?.isCollapsed && onChoose?.(ids)}
    >
      {children}
    </mark>
  );
}

/** Each piece with the UTF-16 offset at which it begins, as its key. */
function withPlaces<Piece extends { text: string }>(
  pieces: Piece[],
): (Piece & { place: number })[] {
  let place = 0;
  return pieces.map((piece) => {
    const here = place;
    place += piece.text.length;
    return { ...piece, place: here };
  });
}
