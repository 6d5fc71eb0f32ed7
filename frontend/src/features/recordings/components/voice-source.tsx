import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type VoiceSource as Source, useVoicing, voiceSourcesQuery } from '../placing';

interface VoiceSourceProps {
  studyId: string;
  transcriptId: string;
}

/** Has it found out who speaks: by the log, a track a voice, a transcript with names, a diarizer. */
export function VoiceSource({ studyId, transcriptId }: VoiceSourceProps) {
  const { t } = useTranslation('recordings');
  const { data } = useQuery(voiceSourcesQuery(studyId, transcriptId));
  const { ask, isBusy, isDone, failed } = useVoicing(studyId, transcriptId);
  const [source, setSource] = useState<Source>();
  const [named, setNamed] = useState('');
  if (!data || data.sources.length === 0) {
    return null;
  }
  const chosen = source ?? data.sources[0];
  const wantsNames = chosen === 'names';
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('source.which')}
        description={chosen && t(`source.${chosen}Hint`)}
        value={chosen}
        onChange={(event) => setSource(event.currentTarget.value as Source)}
        data={data.sources.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
      {wantsNames && (
        <NativeSelect
          label={t('source.transcript')}
          value={named}
          onChange={(event) => setNamed(event.currentTarget.value)}
          data={[
            { value: '', label: t('source.choose') },
            ...data.transcripts.map(({ id, title, engine }) => ({
              value: id,
              label: `${title} (${engine})`,
            })),
          ]}
        />
      )}
      <Group>
        <Button
          variant="default"
          loading={isBusy}
          disabled={wantsNames && !named}
          onClick={() =>
            chosen && ask({ source: chosen, transcript_id: wantsNames ? named : null })
          }
        >
          {t('source.find')}
        </Button>
      </Group>
      {failed && <ProblemNotice error={failed} />}
      {isDone && <Text role="status">{t('align.saved')}</Text>}
    </Stack>
  );
}
