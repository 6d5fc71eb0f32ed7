import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { useAlignmentBySound } from '../placing';
import { recordingsQuery } from '../queries';

interface BySoundProps {
  studyId: string;
  recordingId: string;
}

/** Puts a recording in time by another of the same moment whose start is known. */
export function BySound({ studyId, recordingId }: BySoundProps) {
  const { t } = useTranslation('recordings');
  const { data: recordings = [] } = useQuery(recordingsQuery(studyId));
  const { ask, isBusy, isDone, failed } = useAlignmentBySound(studyId, recordingId);
  const [chosen, setChosen] = useState('');
  const others = recordings.filter(({ id, starts_at }) => id !== recordingId && starts_at);
  if (others.length === 0) {
    return null;
  }
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('bySound.which')}
        description={t('bySound.explain')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: t('bySound.choose') },
          ...others.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Group>
        <Button
          variant="default"
          disabled={!chosen}
          loading={isBusy}
          onClick={() => ask({ recording_id: chosen })}
        >
          {t('bySound.find')}
        </Button>
      </Group>
      {isBusy && <Text role="status">{t('bySound.listening')}</Text>}
      {failed && <ProblemNotice error={failed} />}
      {isDone && <Text role="status">{t('align.saved')}</Text>}
    </Stack>
  );
}
