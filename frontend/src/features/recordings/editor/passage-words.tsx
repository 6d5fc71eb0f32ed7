import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './editor.module.css';
import { type Passage, wordsOf } from './transcript';
import type { View } from './view';

interface PassageWordsProps {
  passage: Passage;
  view: View;
  /** The word that is heard, and the one that keys speak of. */
  heard: number | undefined;
  cursor: number | undefined;
  /** Places that find has found, and the one it is at. */
  found: readonly { start: number; end: number; isCurrent: boolean }[];
  /** Seconds without a word before a word, where they are to be shown. */
  pauses: ReadonlyMap<number, number> | undefined;
}

/** The words of a passage: pressed, they are heard; marked, where the engine was not sure. */
export const PassageWords = memo(function PassageWords({
  passage,
  view,
  heard,
  cursor,
  found,
  pauses,
}: PassageWordsProps) {
  const { t } = useTranslation('recordings');
  return wordsOf(passage).map((word, n) => {
    if (view.verbatim === 'intelligent' && word.isSuperfluous && n !== cursor) {
      return null;
    }
    const isUncertain = word.sure !== undefined && word.sure < view.threshold;
    const match = found.find(
      ({ start, end }) => start < word.at + word.text.length && word.at < end,
    );
    const pause = pauses?.get(n);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a word is known by its place
      <Fragment key={n}>
        {pause !== undefined && (
          <span className={classes.pause}>{t('editor.pause', { count: Math.round(pause) })} </span>
        )}
        <span
          data-word={n}
          className={classes.word}
          data-heard={n === heard || undefined}
          data-cursor={n === cursor || undefined}
          data-uncertain={isUncertain || undefined}
          data-superfluous={word.isSuperfluous || undefined}
          data-identifying={word.isIdentifying || undefined}
          data-found={match ? (match.isCurrent ? 'current' : 'yes') : undefined}
          title={isUncertain ? t('editor.sure', { percent: word.sure }) : undefined}
        >
          {word.text}
        </span>{' '}
      </Fragment>
    );
  });
});
