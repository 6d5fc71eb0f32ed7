import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Round } from '../queries';
import classes from './rounds.module.css';

/** What a round asks, once it can no longer change. */
export function RoundContents({ round }: { round: Round }) {
  const { t } = useTranslation('rounds');
  return (
    <section className={`${classes.section} ${classes.narrow}`} aria-labelledby="round-asks">
      <Title order={2} id="round-asks" mb="sm">
        {t('run.asks')}
      </Title>
      <ol className={classes.list}>
        {round.items.map((item) => (
          <li key={item.id} className={classes.item}>
            <strong>
              {item.version
                ? t('build.version', { title: item.version.title, number: item.version.number })
                : item.statement}
            </strong>
            <ul className={classes.plain}>
              {item.questions.map(({ id, prompt }) => (
                <li key={id}>{prompt}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p className={classes.facts}>{t(`rules.${round.rule}`)}</p>
    </section>
  );
}
