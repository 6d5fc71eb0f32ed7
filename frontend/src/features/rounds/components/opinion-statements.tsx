import { useTranslation } from 'react-i18next';
import type { RoundOpinions } from '../statement-queries';
import classes from './opinions.module.css';

interface OpinionStatementsProps {
  opinions: RoundOpinions;
  ids: readonly string[];
  /** What to say where there is none. */
  none: string;
}

/** Statements in order of strength, each with everybody's votes. */
export function OpinionStatements({ opinions, ids, none }: OpinionStatementsProps) {
  const { t } = useTranslation('rounds');
  const found = ids.flatMap(
    (id) => opinions.statements.find(({ item_id }) => item_id === id) ?? [],
  );
  if (found.length === 0) {
    return <p className={classes.quiet}>{none}</p>;
  }
  return (
    <ol className={classes.list}>
      {found.map(({ item_id, text, votes }) => (
        <li key={item_id}>
          {text}
          <p>{t('opinions.counts', { ...votes })}</p>
        </li>
      ))}
    </ol>
  );
}
