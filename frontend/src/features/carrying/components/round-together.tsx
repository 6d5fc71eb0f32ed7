import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type StakeholderGroup, togetherQuery } from '../queries';
import classes from './carrying.module.css';
import { TogetherView } from './together-view';

interface RoundTogetherProps {
  studyId: string;
  roundId: string;
  groups: readonly StakeholderGroup[];
}

/** A round's questions that a room was asked, too; nothing where there are none. */
export function RoundTogether({ studyId, roundId, groups }: RoundTogetherProps) {
  const { t } = useTranslation('carrying');
  const { data: found = [], error, refetch } = useQuery(togetherQuery(studyId, roundId));
  if (error) {
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  }
  if (found.length === 0) {
    return null;
  }
  return (
    <section className={classes.part}>
      <Title order={2}>{t('together.section')}</Title>
      <p>{t('together.lead')}</p>
      {found.map((each) => (
        <TogetherView key={each.question_id} found={each} groups={groups} />
      ))}
    </section>
  );
}
