import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MyRound } from '../queries';
import classes from './rounds.module.css';

/** What became of what the reader said was missing in the round before, and why. */
export function MyIdeas({ ideas }: { ideas: MyRound['ideas'] }) {
  const { t } = useTranslation('rounds');
  if (ideas.length === 0) {
    return null;
  }
  return (
    <section className={classes.ideas} aria-labelledby="my-ideas">
      <Title order={2} size="h3" id="my-ideas" mb="sm">
        {t('myIdeas.title')}
      </Title>
      <ul className={classes.list}>
        {ideas.map(({ id, text, standing, statement, reason }) => (
          <li key={id} className={classes.card}>
            <p className={classes.hint}>{t('myIdeas.said')}</p>
            <blockquote className={classes.quoted}>{text}</blockquote>
            <p>
              {standing === 'shown' && t('myIdeas.shown', { words: statement })}
              {standing === 'refused' && t('myIdeas.refused', { reason })}
              {standing === 'waiting' && t('myIdeas.waiting')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
