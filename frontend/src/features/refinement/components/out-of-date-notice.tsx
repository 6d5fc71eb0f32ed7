import { Button, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Differences, type Proposal, useBringUpToDate } from '../queries';
import classes from './proposals.module.css';

interface OutOfDateNoticeProps {
  studyId: string;
  proposal: Proposal;
  differences: (differences: Differences) => ReactNode;
}

/** What came between, what it changed, and the way on once somebody has looked. */
export function OutOfDateNotice({ studyId, proposal, differences }: OutOfDateNoticeProps) {
  const { t } = useTranslation('refinement');
  const update = useBringUpToDate(studyId, proposal.id);
  const late = proposal.subjects.filter((subject) => subject.standing !== 'current');
  const hasRetired = late.some((subject) => subject.standing === 'retired');
  const seen = proposal.subjects.map(({ version, newest }) => ({
    version_id: (newest ?? version).id,
    revision: (newest ?? version).revision,
  }));
  return (
    <section className={classes.card} data-tone="warning" aria-label={t('stale.title')}>
      <Title order={2} size="h4">
        {t('stale.title')}
      </Title>
      {late.map((subject) => (
        <div key={subject.version.id}>
          <Text>{subject.since}</Text>
          {subject.standing === 'edited' && <Text>{t('stale.edited')}</Text>}
          {subject.changes_since && (
            <details>
              <summary>{t('stale.changes')}</summary>
              {differences(subject.changes_since)}
            </details>
          )}
        </div>
      ))}
      <Text mt="xs">{t(hasRetired ? 'stale.retired' : 'stale.look')}</Text>
      {update.error && <ProblemNotice error={update.error} />}
      {proposal.can_edit && !hasRetired && (
        <Button
          mt="sm"
          variant="default"
          loading={update.isPending}
          onClick={() => update.mutate(seen)}
        >
          {t('stale.update')}
        </Button>
      )}
    </section>
  );
}
