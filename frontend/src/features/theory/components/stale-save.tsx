import { Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/errors';
import { ProblemNotice } from '@/ui/problem-notice';
import { bodyOf, type MechanismDraft } from '../drafts';
import { compareUnsaved, mechanismQuery, type Version } from '../queries';
import { DifferencesText } from './version-differences';

interface StaleSaveProps {
  studyId: string;
  mechanismId: string;
  problem: Problem;
  draft: MechanismDraft;
  /** The version that is saved now: the next save is based on it. */
  onSeen: (newest: Version) => void;
}

/** Somebody saved meanwhile: says who, and shows what one's own words would change in theirs. */
export function StaleSave({ studyId, mechanismId, problem, draft, onSeen }: StaleSaveProps) {
  const { t } = useTranslation('theory');
  const queries = useQueryClient();
  const compare = useMutation({
    mutationFn: async () => {
      const { versions } = await queries.fetchQuery({
        ...mechanismQuery(studyId, mechanismId),
        staleTime: 0,
      });
      const newest = versions[0];
      if (!newest) {
        throw problem;
      }
      return { newest, differences: await compareUnsaved(studyId, newest.id, bodyOf(draft)) };
    },
    onSuccess: ({ newest }) => onSeen(newest),
  });
  return (
    <div>
      {!compare.data && (
        <ProblemNotice error={problem}>
          <Button mt="sm" loading={compare.isPending} onClick={() => compare.mutate()}>
            {t('stale.compare')}
          </Button>
        </ProblemNotice>
      )}
      {compare.error && <ProblemNotice error={compare.error} />}
      {compare.data && (
        <section aria-live="polite">
          <Title order={2} size="h4">
            {t('stale.title', { name: compare.data.newest.saved_by })}
          </Title>
          <p>{t('stale.how')}</p>
          <DifferencesText differences={compare.data.differences} />
        </section>
      )}
    </div>
  );
}
