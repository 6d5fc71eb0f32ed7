import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './diff-text.module.css';

export interface DiffPiece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** What changed between two wordings: struck out and underlined, and said in words to those who listen. */
export function DiffText({ pieces }: { pieces: readonly DiffPiece[] }) {
  const { t } = useTranslation('ui');
  if (pieces.every(({ kind }) => kind === 'same')) {
    return (
      <div>
        <p className={classes.none}>{t('diff.none')}</p>
        <p className={classes.text}>{pieces.map(({ text }) => text).join('')}</p>
      </div>
    );
  }
  return (
    <p className={classes.text}>
      {placed(pieces).map(({ kind, text, place }) => {
        if (kind === 'same') {
          return <span key={place}>{text}</span>;
        }
        const Changed = kind === 'gone' ? 'del' : 'ins';
        return (
          <Changed key={place} className={classes[kind]}>
            <VisuallyHidden component="span">{` ${t(`diff.${kind}`)} `}</VisuallyHidden>
            {text}
            <VisuallyHidden component="span">{` ${t('diff.end')} `}</VisuallyHidden>
          </Changed>
        );
      })}
    </p>
  );
}

/** Each piece with the place it begins at, which is what tells two equal pieces apart. */
function placed(pieces: readonly DiffPiece[]): (DiffPiece & { place: number })[] {
  let place = 0;
  return pieces.map((piece) => {
    const here = place;
    place += piece.text.length;
    return { ...piece, place: here };
  });
}
