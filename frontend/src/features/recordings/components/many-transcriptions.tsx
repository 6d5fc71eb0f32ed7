import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Recording } from '../queries';
import { optionsQuery, useManyTranscriptions } from '../transcribing';
import { AskForm } from './ask-form';

interface ManyTranscriptionsProps {
  studyId: string;
  /** Those that have no transcript and none on the way. */
  recordings: readonly Recording[];
  onAsked: () => void;
}

/** Puts several recordings in the queue, all to be heard in the same way. */
export function ManyTranscriptions({ studyId, recordings, onAsked }: ManyTranscriptionsProps) {
  const { t } = useTranslation('recordings');
  const { data: options } = useQuery(optionsQuery(studyId));
  const ask = useManyTranscriptions(studyId);
  const [chosen, setChosen] = useState(() => recordings.map(({ id }) => id));
  const seconds = recordings
    .filter(({ id }) => chosen.includes(id))
    .reduce((sum, { duration }) => sum + duration, 0);
  return (
    <Stack gap="md">
      <Text size="sm">{t('many.lead')}</Text>
      <Checkbox.Group label={t('many.which')} value={chosen} onChange={setChosen}>
        <Stack gap="xs" mt="xs">
          {recordings.map(({ id, title, duration }) => (
            <Checkbox key={id} value={id} label={`${title}, ${clockTime(duration)}`} />
          ))}
        </Stack>
      </Checkbox.Group>
      {ask.isError && <ProblemNotice error={ask.error} />}
      {options ? (
        <AskForm
          options={options}
          seconds={seconds}
          isBusy={ask.isPending}
          isDisabled={chosen.length === 0}
          onAsk={(how) => ask.mutate({ ...how, recording_ids: chosen }, { onSuccess: onAsked })}
        />
      ) : (
        <Loading />
      )}
    </Stack>
  );
}

/** True where nobody has asked for a transcript yet, or the last try failed. */
export function hasNoTranscript({ transcripts }: Pick<Recording, 'transcripts'>): boolean {
  return transcripts.every(
    ({ document_id, is_paused, job }) => !document_id && !is_paused && job?.state === 'failed',
  );
}
