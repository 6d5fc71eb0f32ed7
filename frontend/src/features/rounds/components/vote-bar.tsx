import { useTranslation } from 'react-i18next';
import type { VoteResult } from '../queries';
import classes from './vote-bar.module.css';

interface VoteBarProps {
  name: string;
  figures: VoteResult['whole'];
}

const PARTS = ['agree', 'disagree', 'pass'] as const;

/** Votes as one bar in three parts, told apart by place, pattern and number as well as by colour. */
export function VoteBar({ name, figures }: VoteBarProps) {
  const { t } = useTranslation('rounds');
  const counts = { agree: figures.agree, disagree: figures.disagree, pass: figures.passed };
  const total = counts.agree + counts.disagree + counts.pass;
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.title}>
        {t('results.votes', { name, count: total })}
      </figcaption>
      <div
        className={classes.bar}
        role="img"
        aria-label={t('results.voteAlt', { name, ...figures })}
      >
        {total > 0 &&
          PARTS.map((part) => (
            <span key={part} className={classes[part]} style={{ flexGrow: counts[part] }} />
          ))}
      </div>
      <ul className={classes.key} aria-hidden>
        {PARTS.map((part) => (
          <li key={part}>
            <span className={`${classes.swatch} ${classes[part]}`} />
            {t(`results.${part}`)} <strong>{counts[part]}</strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}
