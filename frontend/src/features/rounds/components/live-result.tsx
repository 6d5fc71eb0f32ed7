import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answer, liveResultQuery } from '../queries';
import { PanelResult } from './carried-results';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

interface LiveResultProps {
  studyId: string;
  roundId: string;
  itemId: string;
  saved: readonly Answer[];
  groups: readonly ResultGroup[];
}

/** In a real-time round: what others have said so far, once one has answered and wants to see it. */
export function LiveResult({ studyId, roundId, itemId, saved, groups }: LiveResultProps) {
  const { t } = useTranslation('rounds');
  const stamp = saved.map(({ question_id, revision }) => `${question_id}/${revision}`).join();
  const { data } = useQuery({
    ...liveResultQuery(studyId, roundId, itemId, stamp),
    enabled: saved.length > 0,
  });
  if (!data) {
    return <p className={classes.hint}>{t('answer.liveFirst')}</p>;
  }
  if (!data.item) {
    return (
      <p className={classes.hint}>
        {t('answer.liveFew', { answered: data.answered, needed: data.needed })}
      </p>
    );
  }
  return (
    <details className={classes.more}>
      <summary>{t('answer.live', { count: data.answered })}</summary>
      {data.item.questions.map((result) => (
        <PanelResult key={result.question.id} result={result} groups={groups} />
      ))}
    </details>
  );
}
