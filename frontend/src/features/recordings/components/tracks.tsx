import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Person, type Voice, VoiceFields } from '../coming-in/voice-fields';
import { type RecordingDetail, useTracks } from '../queries';

interface TracksProps {
  studyId: string;
  recording: RecordingDetail;
  members: readonly Person[];
}

const SIDES = ['left', 'right'] as const;
const NOBODY: Voice = { label: '', member_id: null };

/** Whose voice each track is; offers to make two of a stereo recording whose sides differ. */
export function Tracks({ studyId, recording, members }: TracksProps) {
  const { t } = useTranslation('recordings');
  const { join } = useTracks(studyId, recording.id);
  const isSplit = recording.tracks.some(({ channel }) => channel !== null);
  if (recording.tracks.length === 0) {
    return <Offer studyId={studyId} recording={recording} members={members} />;
  }
  return (
    <Stack gap="md">
      <Text size="sm">{t('tracks.explain')}</Text>
      {recording.tracks.map((track) => (
        <NamedTrack
          key={`${track.id} ${track.label}`}
          studyId={studyId}
          recording={recording}
          track={track}
          members={members}
        />
      ))}
      {join.isError && <ProblemNotice error={join.error} />}
      {isSplit && (
        <Group>
          <Button variant="default" onClick={() => join.mutate()} loading={join.isPending}>
            {t('tracks.join')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function NamedTrack({
  studyId,
  recording,
  track,
  members,
}: TracksProps & { track: RecordingDetail['tracks'][number] }) {
  const { t } = useTranslation('recordings');
  const { name } = useTracks(studyId, recording.id);
  const [voice, setVoice] = useState<Voice>({ label: track.label, member_id: track.member_id });
  const of =
    track.channel === null ? track.file_name : t(`tracks.${SIDES[track.channel] ?? 'left'}`);
  const isChanged = voice.label !== track.label || voice.member_id !== track.member_id;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        name.mutate({ id: track.id, ...voice });
      }}
    >
      <VoiceFields of={of} voice={voice} members={members} onChange={setVoice} />
      {name.isError && <ProblemNotice error={name.error} />}
      {isChanged && (
        <Group mt="xs">
          <Button type="submit" variant="default" size="xs" loading={name.isPending}>
            {t('tracks.save')}
          </Button>
        </Group>
      )}
    </form>
  );
}

function Offer({ studyId, recording, members }: TracksProps) {
  const { t } = useTranslation('recordings');
  const { split } = useTracks(studyId, recording.id);
  const [left, setLeft] = useState(NOBODY);
  const [right, setRight] = useState(NOBODY);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        split.mutate({ left, right });
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('tracks.offer')}</Text>
        <VoiceFields of={t('tracks.left')} voice={left} members={members} onChange={setLeft} />
        <VoiceFields of={t('tracks.right')} voice={right} members={members} onChange={setRight} />
        {split.isError && <ProblemNotice error={split.error} />}
        <Group>
          <Button type="submit" variant="default" loading={split.isPending}>
            {t('tracks.split')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
