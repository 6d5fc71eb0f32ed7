import { Button, Group, NativeSelect, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type ModelOption, type Recording, type Transcript, useRecordingVerbs } from '../queries';

interface TranscriptionProps {
  studyId: string;
  recording: Recording;
  options: readonly ModelOption[];
}

/** Asks for a transcript, shows how far it is, and stops it. */
export function Transcription({ studyId, recording, options }: TranscriptionProps) {
  const { transcribe, cancel } = useRecordingVerbs(studyId, recording.id);
  const newest = recording.transcripts[0];
  const job = newest?.job;
  if (job?.state === 'queued' || job?.state === 'running') {
    return <AtWork job={job} onCancel={() => cancel.mutate()} isStopping={cancel.isPending} />;
  }
  return (
    <Stack gap="sm">
      {job?.state === 'failed' && (
        <ProblemNotice
          error={new Error(job.error)}
          onRetry={() => transcribe.mutate(sameAgain(newest))}
        >
          <Text>{job.error}</Text>
        </ProblemNotice>
      )}
      {transcribe.isError && <ProblemNotice error={transcribe.error} />}
      <Ask options={options} isBusy={transcribe.isPending} onAsk={transcribe.mutate} />
    </Stack>
  );
}

function sameAgain(transcript: Transcript | undefined) {
  return {
    engine: transcript?.engine as ModelOption['engine'],
    model: transcript?.model ?? '',
    language: transcript?.language ?? '',
  };
}

interface AtWorkProps {
  job: NonNullable<Transcript['job']>;
  onCancel: () => void;
  isStopping: boolean;
}

function AtWork({ job, onCancel, isStopping }: AtWorkProps) {
  const { t } = useTranslation('recordings');
  const percent = Math.round(job.progress * 100);
  const words =
    job.state === 'queued' ? t('state.queued') : `${t('state.running', { percent })}. ${job.note}`;
  return (
    <Stack gap="xs">
      <Text role="status">{words}</Text>
      <Progress value={percent} aria-label={t('transcribe.progress')} size="lg" />
      <Text size="sm" c="dimmed">
        {t('transcribe.leave')}
      </Text>
      <Group>
        <Button variant="default" onClick={onCancel} loading={isStopping}>
          {isStopping ? t('transcribe.cancelling') : t('transcribe.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

interface AskProps {
  options: readonly ModelOption[];
  isBusy: boolean;
  onAsk: (how: { engine: ModelOption['engine']; model: string; language: string }) => void;
}

function Ask({ options, isBusy, onAsk }: AskProps) {
  const { t } = useTranslation('recordings');
  const [chosen, setChosen] = useState(() => String(options.findIndex((o) => o.is_default)));
  const [language, setLanguage] = useState('en');
  const option = options[Number(chosen)];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (option) {
          onAsk({ engine: option.engine, model: option.model, language });
        }
      }}
    >
      <Group align="end">
        <NativeSelect
          label={t('transcribe.model')}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={options.map(({ label, engine, is_here }, index) => ({
            value: String(index),
            label: `${label} (${engine}, ${is_here ? t('transcribe.here') : t('transcribe.toFetch')})`,
          }))}
          style={{ flex: '1 1 16rem', minWidth: 0 }}
        />
        <TextInput
          label={t('transcribe.language')}
          title={t('transcribe.languageHint')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          w={110}
          maxLength={10}
        />
        <Button type="submit" loading={isBusy}>
          {t('transcribe.start')}
        </Button>
      </Group>
    </form>
  );
}
