import { useTranslation } from 'react-i18next';
import type { MyAnswer } from '../queries';
import classes from './answer.module.css';

const COUNTED = ['ratings', 'votes', 'texts', 'comments'] as const;

/** My part in each round, in words. */
export function RoundParts({ rounds }: { rounds: MyAnswer['rounds'] }) {
  const { t } = useTranslation('refinement');
  return (
    <ul className={classes.cards}>
      {rounds.map((part) => {
        const counts = COUNTED.filter((one) => part[one] > 0).map((one) =>
          t(`answer.part.${one}`, { count: part[one] }),
        );
        return (
          <li key={part.round_id} className={classes.card}>
            <p className={classes.title}>{part.title}</p>
            <p className={classes.text}>{counts.join(', ') || t('answer.part.nothing')}</p>
            <p className={classes.where}>
              {t(part.state === 'closed' ? 'answer.part.closed' : 'answer.part.open')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
