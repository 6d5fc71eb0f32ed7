import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoundOpinions } from '../statement-queries';
import classes from './opinions.module.css';

/** What the groups do without, and why. */
export function OpinionLeftOut({ opinions }: { opinions: RoundOpinions }) {
  const { t } = useTranslation('rounds');
  const { people, refused, waiting } = opinions.left_out;
  return (
    <section className={classes.section}>
      <Title order={2}>{t('opinions.left')}</Title>
      {people > 0 && <p>{t('opinions.leftPeople', { count: people, enough: opinions.enough })}</p>}
      {refused > 0 && <p>{t('opinions.leftRefused', { count: refused })}</p>}
      {waiting > 0 && <p>{t('opinions.leftWaiting', { count: waiting })}</p>}
      {people + refused + waiting === 0 && <p>{t('opinions.leftNothing')}</p>}
    </section>
  );
}
