import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Round } from '../queries';
import { usePauseRound, useRemind, useResumeRound, useTakeBackRound } from '../running';
import { ClosingButton } from './closing-button';
import { ExtendingButton } from './extending-button';
import { ReasonButton } from './reason-button';

interface RunningControlsProps {
  studyId: string;
  round: Round;
  /** How many of those asked have not finished. */
  unfinished: number;
}

/** What can be done with a round in the state that it is in. */
export function RunningControls({ studyId, round, unfinished }: RunningControlsProps) {
  if (round.state === 'scheduled') {
    return <TakeBackButton studyId={studyId} round={round} />;
  }
  return (
    <Group gap="xs">
      {round.state === 'paused' && <ResumeButton studyId={studyId} round={round} />}
      {round.state === 'open' && <RemindButton studyId={studyId} round={round} />}
      <ExtendingButton studyId={studyId} round={round} />
      {round.state === 'open' && <PauseButton studyId={studyId} round={round} />}
      <ClosingButton studyId={studyId} round={round} unfinished={unfinished} />
    </Group>
  );
}

type ButtonProps = Omit<RunningControlsProps, 'unfinished'>;

function TakeBackButton({ studyId, round }: ButtonProps) {
  const { t } = useTranslation('rounds');
  const takeBack = useTakeBackRound(studyId, round.id);
  return (
    <>
      {takeBack.error && <ProblemNotice error={takeBack.error} />}
      <Button
        variant="default"
        loading={takeBack.isPending}
        onClick={() => takeBack.mutate(undefined)}
      >
        {t('run.takeBack')}
      </Button>
    </>
  );
}

function RemindButton({ studyId, round }: ButtonProps) {
  const { t } = useTranslation('rounds');
  const remind = useRemind(studyId, round.id);
  const { sent = 0, too_soon = 0 } = remind.data ?? {};
  return (
    <>
      {remind.error && <ProblemNotice error={remind.error} />}
      <span role="status">
        {remind.isSuccess &&
          `${t('run.reminded', { count: sent })} ${too_soon > 0 ? t('run.tooSoon', { count: too_soon }) : ''}`}
      </span>
      <Button variant="default" loading={remind.isPending} onClick={() => remind.mutate()}>
        {t('run.remind')}
      </Button>
    </>
  );
}

function PauseButton({ studyId, round }: ButtonProps) {
  const { t } = useTranslation('rounds');
  const pause = usePauseRound(studyId, round.id);
  return (
    <ReasonButton
      label={t('run.pause')}
      title={t('run.pauseSure', { title: round.title })}
      words={t('run.pauseWords')}
      verb={pause}
    />
  );
}

function ResumeButton({ studyId, round }: ButtonProps) {
  const { t } = useTranslation('rounds');
  const resume = useResumeRound(studyId, round.id);
  return (
    <ReasonButton
      label={t('run.resume')}
      title={t('run.resumeSure', { title: round.title })}
      words={t('run.resumeWords')}
      verb={resume}
    />
  );
}
