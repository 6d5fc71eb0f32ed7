import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { useMailAnswers } from '../queries';
import classes from './rounds.module.css';

interface AnswersByMailProps {
  studyId: string;
  roundId: string;
}

/** My own answers, mailed to me for my records. */
export function AnswersByMail({ studyId, roundId }: AnswersByMailProps) {
  const { t } = useTranslation('rounds');
  const mail = useMailAnswers(studyId, roundId);
  return (
    <div className={classes.question}>
      <Button variant="default" size="md" loading={mail.isPending} onClick={() => mail.mutate()}>
        {t('review.mail')}
      </Button>
      <p role="status" className={classes.hint}>
        {mail.isSuccess ? t('review.mailed') : ''}
      </p>
      {mail.error && <ProblemNotice error={mail.error} />}
    </div>
  );
}
