import { useTranslation } from 'react-i18next';
import classes from './poll.module.css';

export interface Counted {
  label: string;
  count: number;
}

interface PollBarsProps {
  rows: readonly Counted[];
  /** How many voted: the whole length of a bar. */
  total: number;
  colour?: string;
}

/** A bar for each choice, with its count beside it. */
export function PollBars({ rows, total, colour = 'var(--accent)' }: PollBarsProps) {
  const { t } = useTranslation('meetings');
  return (
    <ul className={classes.bars}>
      {rows.map(({ label, count }) => (
        <li
          key={label}
          className={classes.bar}
          aria-label={t('result.share', { choice: label, count, total })}
        >
          <span aria-hidden>{label}</span>
          <span aria-hidden className="numbers">
            {count}
          </span>
          <svg
            aria-hidden="true"
            className={classes.barLine}
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
          >
            <rect width="100" height="1" fill="var(--surface-sunken)" />
            <rect width={total > 0 ? (100 * count) / total : 0} height="1" fill={colour} />
          </svg>
        </li>
      ))}
    </ul>
  );
}
