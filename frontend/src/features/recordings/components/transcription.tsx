import { Stack, Text } from '@mantine/core';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Recording, Transcript } from '../queries';
import { type ModelOption, type TranscriptionOptions, useTranscription } from '../transcribing';
import { AskForm } from './ask-form';
import { AtWork } from './at-work';

interface TranscriptionProps {
  studyId: string;
  recording: Recording;
  options: TranscriptionOptions;
}

/** Asks for a transcript, shows how far it is, lets it wait, and gives it up. */
export function Transcription({ studyId, recording, options }: TranscriptionProps) {
  const verbs = useTranscription(studyId, recording.id);
  const { ask } = verbs;
  const newest = recording.transcripts[0];
  const job = newest?.job;
  const isAtWork = job?.state === 'queued' || job?.state === 'running';
  if (newest && (isAtWork || newest.is_paused)) {
    return <AtWork studyId={studyId} transcript={newest} verbs={verbs} />;
  }
  return (
    <Stack gap="sm">
      {job?.state === 'failed' && (
        <ProblemNotice error={new Error(job.error)} onRetry={() => ask.mutate(sameAgain(newest))}>
          <Text>{job.error}</Text>
        </ProblemNotice>
      )}
      {ask.isError && <ProblemNotice error={ask.error} />}
      <AskForm
        options={options}
        seconds={recording.duration}
        isBusy={ask.isPending}
        onAsk={ask.mutate}
      />
    </Stack>
  );
}

function sameAgain(transcript: Transcript | undefined) {
  return {
    engine: transcript?.engine as ModelOption['engine'],
    model: transcript?.model ?? '',
    language: transcript?.language || 'auto',
    hotwords: '',
  };
}
