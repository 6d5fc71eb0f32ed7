import { useTranslation } from 'react-i18next';
import classes from './progress-words.module.css';

interface ProgressWordsProps {
  /** From 1. */
  current: number;
  total: number;
  /** Left out where it cannot be guessed. */
  minutesLeft?: number;
}

/** "3 of 9, about 6 minutes left", with a line that shows the same. */
export function ProgressWords({ current, total, minutesLeft }: ProgressWordsProps) {
  const { t } = useTranslation('ui');
  const words = [t('progress.of', { current, total })];
  if (minutesLeft !== undefined) {
    words.push(t('progress.left', { count: Math.max(1, Math.round(minutesLeft)) }));
  }
  return (
    <div className={classes.progress}>
      <span>{words.join(', ')}</span>
      <progress
        className={classes.line}
        aria-label={t('progress.label')}
        max={total}
        value={current}
      >
        {words[0]}
      </progress>
    </div>
  );
}
