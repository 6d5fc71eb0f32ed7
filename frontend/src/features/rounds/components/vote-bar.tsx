import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoteResult } from '../queries';
import classes from './vote-bar.module.css';
import { VotePatterns } from './vote-patterns';

interface VoteBarProps {
  name: string;
  figures: VoteResult['whole'];
}

const PARTS = ['agree', 'disagree', 'pass'] as const;

/** Votes as one bar in three parts, told apart by place, pattern and number as well as by colour. */
export function VoteBar({ name, figures }: VoteBarProps) {
  const { t } = useTranslation('rounds');
  const id = useId();
  const counts = { agree: figures.agree, disagree: figures.disagree, pass: figures.passed };
  const total = counts.agree + counts.disagree + counts.pass;
  const percent = (votes: number) => `${total ? (100 * votes) / total : 0}%`;
  const starts = { agree: 0, disagree: counts.agree, pass: counts.agree + counts.disagree };
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.title}>
        {t('results.votes', { name, count: total })}
      </figcaption>
      <svg
        className={classes.bar}
        role="img"
        aria-label={t('results.voteAlt', { name, ...figures })}
      >
        <VotePatterns id={id} />
        <rect width="100%" height="100%" fill="var(--surface-sunken)" />
        {PARTS.map((part) => (
          <rect
            key={part}
            x={percent(starts[part])}
            width={percent(counts[part])}
            height="100%"
            fill={`url(#${id}-${part})`}
            stroke="var(--surface)"
            strokeWidth="2"
          />
        ))}
        <rect width="100%" height="100%" fill="none" stroke="var(--line-strong)" strokeWidth="2" />
      </svg>
      <ul className={classes.key} aria-hidden>
        {PARTS.map((part) => (
          <li key={part}>
            <svg className={classes.swatch} aria-hidden>
              <rect
                width="100%"
                height="100%"
                fill={`url(#${id}-${part})`}
                stroke="var(--line-strong)"
                strokeWidth="2"
              />
            </svg>
            {t(`results.${part}`)} <strong>{counts[part]}</strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}
