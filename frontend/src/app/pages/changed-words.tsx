import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DifferencesText } from '@/features/theory/components/version-differences';
import { differencesQuery } from '@/features/theory/queries';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import classes from './round-item-talk.module.css';

interface ChangedWordsProps {
  studyId: string;
  versionId: string;
  /** Left out, it is the version shown last before this one. */
  against: string | undefined;
}

/** What changed in a mechanism's words since the panel was shown them last, one tap away. */
export function ChangedWords({ studyId, versionId, against }: ChangedWordsProps) {
  const { t } = useTranslation('rounds');
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({
    ...differencesQuery(studyId, versionId, against),
    enabled: isOpen,
  });
  return (
    <details className={classes.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('answer.changed')}</summary>
      {data ? <DifferencesText differences={data} /> : isOpen && !error && <Loading />}
      {error && <ProblemNotice error={error} />}
    </details>
  );
}
