import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import type { RoundChange } from '../running';
import classes from './rounds.module.css';

/** What was changed of a round while it ran, and why; nothing when it went as planned. */
export function RoundChanges({ changes }: { changes: readonly RoundChange[] }) {
  const { t } = useTranslation('rounds');
  if (changes.length === 0) {
    return null;
  }
  return (
    <section className={classes.section} aria-labelledby="changes">
      <Title order={2} id="changes">
        {t('run.changes')}
      </Title>
      <ul className={classes.plain}>
        {changes.map((change) => (
          <li key={change.at}>
            <strong>{t(`run.changed.${change.kind}`)}</strong> <Moment at={change.at} />:{' '}
            {change.reason}{' '}
            {change.closes_at && (
              <>
                {t('run.nowCloses')} <Moment at={change.closes_at} style="long" />.
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
