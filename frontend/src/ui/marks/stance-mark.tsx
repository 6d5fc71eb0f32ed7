import { useTranslation } from 'react-i18next';
import classes from './stance-mark.module.css';

const GLYPHS = {
  supports: '▲',
  challenges: '▼',
  refines: '◆',
  extends: '✚',
  example: '■',
  question: '?',
  missing: '○',
} as const;

export type StanceName = keyof typeof GLYPHS;

/** The glyph of a stance, with its word beside it or, where room is short, only said. */
export function StanceMark({ stance, isBare = false }: { stance: StanceName; isBare?: boolean }) {
  const { t } = useTranslation('ui');
  const word = t(`stance.${stance}`);
  return (
    <span className={classes.stance}>
      {isBare ? (
        <span role="img" aria-label={word} title={word}>
          {GLYPHS[stance]}
        </span>
      ) : (
        <>
          <span aria-hidden>{GLYPHS[stance]}</span>
          {word}
        </>
      )}
    </span>
  );
}
