import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DifferencesText } from '@/features/theory/components/version-differences';
import { type Differences, stageDifferencesQuery } from '@/features/theory/queries';
import classes from './round-item-talk.module.css';

/** What changed in a mechanism since the stage before, one tap away; null where it is new. */
export function useChangedSinceStage(studyId: string, versionId: string): ReactNode {
  const { t } = useTranslation('meetings');
  const { data } = useQuery(stageDifferencesQuery(studyId, versionId));
  if (!data?.before) {
    return null;
  }
  const stage = data.before.stage_label;
  if (!isDifferent(data)) {
    return <p>{t('show.same', { stage })}</p>;
  }
  return (
    <details className={classes.more}>
      <summary>{t('show.changed', { stage })}</summary>
      <DifferencesText differences={data} />
    </details>
  );
}

function isDifferent({ title, plain_summary, definition, cmocs }: Differences): boolean {
  const pieces = [...title, ...plain_summary, ...definition];
  return (
    pieces.some(({ kind }) => kind !== 'same') || cmocs.some(({ change }) => change !== 'same')
  );
}
