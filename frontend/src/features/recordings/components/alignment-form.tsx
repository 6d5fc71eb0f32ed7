import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Recording, useRecordingVerbs } from '../queries';
import { localMoment, type MeetingChoice, MeetingPlace, utcMoment } from './meeting-place';

interface AlignmentFormProps {
  studyId: string;
  recording: Recording;
  meetings: readonly MeetingChoice[];
}

/** Says when and in which meeting a recording was made, so that the log names its speakers. */
export function AlignmentForm({ studyId, recording, meetings }: AlignmentFormProps) {
  const { t } = useTranslation('recordings');
  const { update } = useRecordingVerbs(studyId, recording.id);
  const [place, setPlace] = useState({
    meetingId: recording.meeting_id,
    start: recording.starts_at ? localMoment(recording.starts_at) : '',
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate({ meeting_id: place.meetingId, starts_at: utcMoment(place.start) });
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('align.explain')}</Text>
        <MeetingPlace meetings={meetings} {...place} onChange={setPlace} />
        {update.isError && <ProblemNotice error={update.error} />}
        {update.isSuccess && <Text role="status">{t('align.saved')}</Text>}
        <Group>
          <Button type="submit" variant="default" loading={update.isPending}>
            {t('align.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
