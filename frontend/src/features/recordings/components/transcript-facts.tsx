import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Transcript, useRecordingVerbs } from '../queries';

interface TranscriptFactsProps {
  studyId: string;
  /** Undefined where there is no sound to check it against. */
  recordingId: string | undefined;
  transcript: Transcript;
  canCheck: boolean;
}

const FORMS = ['docx', 'vtt', 'srt', 'txt', 'plain', 'stamped', 'rows', 'json'] as const;

/** How a transcript was made, who vouches for it, and how it leaves. */
export function TranscriptFacts({
  studyId,
  recordingId,
  transcript,
  canCheck,
}: TranscriptFactsProps) {
  const { t } = useTranslation('recordings');
  const { check } = useRecordingVerbs(studyId, recordingId ?? '');
  const { engine, engine_version: version, model, checked_by: name } = transcript;
  const isStale = transcript.is_edited_after_check;
  return (
    <Stack gap="xs">
      <Text size="sm">
        {engine === 'imported'
          ? t('text.takenFrom', { file: transcript.file_name })
          : t('text.madeWith', { engine, version, model: model.split('/').at(-1) })}{' '}
        {name && t('text.checked', { name })}
        {!name && recordingId && t('text.unchecked')}
        {isStale && ` ${t('text.editedAfter')}`}
      </Text>
      <Group gap="md">
        {canCheck && recordingId && (!name || isStale) && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconCircleCheck size={16} aria-hidden />}
            loading={check.isPending}
            onClick={() => check.mutate(transcript.id)}
          >
            {name ? t('text.checkAgain') : t('text.check')}
          </Button>
        )}
        <Group gap="sm">
          <Text size="sm">{t('text.export')}</Text>
          {FORMS.map((form) => (
            <Anchor
              key={form}
              size="sm"
              href={`/api/studies/${studyId}/transcripts/${transcript.id}/export?form=${form}`}
              download
            >
              {t(`form.${form}`)}
            </Anchor>
          ))}
        </Group>
      </Group>
      {transcript.vtt_path && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('text.inFiles', { vtt: transcript.vtt_path, json: transcript.json_path })}
        </Text>
      )}
    </Stack>
  );
}
