import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Clock } from '@/ui/clock';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Transcript } from '../queries';
import { useRoughTime } from '../rough-time';
import { heardQuery, type useTranscription } from '../transcribing';
import classes from './at-work.module.css';

interface AtWorkProps {
  studyId: string;
  transcript: Transcript;
  verbs: ReturnType<typeof useTranscription>;
}

/** A transcription that waits, runs or was paused: how far, for how long, and what was heard last. */
export function AtWork({ studyId, transcript, verbs }: AtWorkProps) {
  const { t } = useTranslation('recordings');
  const { pause, resume, cancel } = verbs;
  const { job, is_paused: isPaused } = transcript;
  const percent = Math.round((job?.progress ?? 0) * 100);
  const isRunning = job?.state === 'running';
  const failed = [pause, resume, cancel].find(({ isError }) => isError);
  return (
    <Stack gap="xs">
      <Text role="status">
        <Words transcript={transcript} percent={percent} />
      </Text>
      <Progress value={percent} aria-label={t('transcribe.progress')} size="lg" />
      {!isPaused && (
        <Text size="sm" c="dimmed">
          {t('transcribe.leave')}
        </Text>
      )}
      {failed && <ProblemNotice error={failed.error} />}
      <Group gap="sm">
        {isPaused ? (
          <Button onClick={() => resume.mutate()} loading={resume.isPending || isRunning}>
            {t('transcribe.resume')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => pause.mutate()} loading={pause.isPending}>
            {t('transcribe.pause')}
          </Button>
        )}
        <Button variant="default" onClick={() => cancel.mutate()} loading={cancel.isPending}>
          {cancel.isPending ? t('transcribe.cancelling') : t('transcribe.cancel')}
        </Button>
      </Group>
      {(isRunning || isPaused) && <HeardLast studyId={studyId} transcriptId={transcript.id} />}
    </Stack>
  );
}

function Words({ transcript, percent }: { transcript: Transcript; percent: number }) {
  const { t } = useTranslation('recordings');
  const rough = useRoughTime();
  const { job, place, is_paused: isPaused } = transcript;
  if (isPaused) {
    return job?.state === 'running' ? t('state.pausing') : t('state.paused', { percent });
  }
  if (job?.state === 'running') {
    return `${t('state.running', { percent })}. ${job.note}`;
  }
  if (!place) {
    return t('state.queued');
  }
  const time = rough(place.starts_in);
  const how = place.is_measured ? 'measured' : 'guessed';
  return place.number === 1 && place.starts_in === 0
    ? t('line.next')
    : t(`line.${how}`, { count: place.number, time });
}

/** The newest words on top stay in one place, so that nothing moves under the reader. */
function HeardLast({ studyId, transcriptId }: { studyId: string; transcriptId: string }) {
  const { t } = useTranslation('recordings');
  const { data: heard = [] } = useQuery(heardQuery(studyId, transcriptId));
  if (heard.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('transcribe.heardLast')}>
      <Text size="sm" fw={600}>
        {t('transcribe.heardLast')}
      </Text>
      <ol className={classes.heard}>
        {heard.map(({ start, text }) => (
          <li key={start}>
            <Clock seconds={start} /> {text}
          </li>
        ))}
      </ol>
    </section>
  );
}
