import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Round, RoundProgress } from '../queries';
import { usePauseRound, useResumeRound, useTakeBackRound } from '../running';
import { ClosingButton } from './closing-button';
import { ExtendingButton } from './extending-button';
import { ReasonButton } from './reason-button';
import { RemindingButton } from './reminding-button';
import type { ResultGroup } from './round-results';

interface RunningControlsProps {
  studyId: string;
  round: Round;
  progress: RoundProgress;
  groups: readonly ResultGroup[];
}

/** What can be done with a round in the state that it is in. */
export function RunningControls({ studyId, round, progress, groups }: RunningControlsProps) {
  if (round.state === 'scheduled') {
    return <TakeBackButton studyId={studyId} round={round} />;
  }
  return (
    <Group gap="xs" align="flex-start">
      {round.state === 'paused' && <ResumeButton studyId={studyId} round={round} />}
      {round.state === 'open' && (
        <RemindingButton studyId={studyId} round={round} progress={progress} groups={groups} />
      )}
      <ExtendingButton studyId={studyId} round={round} />
      {round.state === 'open' && <PauseButton studyId={studyId} round={round} />}
      <ClosingButton
        studyId={studyId}
        round={round}
        unfinished={progress.asked - progress.finished}
      />
    </Group>
  );
}

type ButtonProps = Pick<RunningControlsProps, 'studyId' | 'round'>;

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
