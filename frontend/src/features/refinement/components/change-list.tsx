import { IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import type { MyAnswer } from '../queries';
import classes from './answer.module.css';
import { BeforeAndAfter } from './before-and-after';

/** What has changed in the theory, why, and whether my words are behind it. */
export function ChangeList({ changes }: { changes: MyAnswer['changes'] }) {
  const { t } = useTranslation('refinement');
  if (changes.length === 0) {
    return <p className={classes.where}>{t('answer.noChanges')}</p>;
  }
  return (
    <ul className={classes.cards}>
      {changes.map((change) => (
        <li key={change.at}>
          <article className={classes.card}>
            <p className={classes.when}>
              <Moment at={change.at} style="day" />
            </p>
            {change.is_mine && (
              <p className={classes.mine}>
                <IconHeartHandshake size={20} aria-hidden />
                {t('answer.yours')}
              </p>
            )}
            <p className={classes.reason}>{change.reason}</p>
            <BeforeAndAfter change={change.change} />
          </article>
        </li>
      ))}
    </ul>
  );
}
