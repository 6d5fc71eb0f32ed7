import {
  Button,
  Checkbox,
  FileInput,
  Group,
  Progress,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type RecordingDetail, useTakeIn } from '../queries';
import { type MeetingChoice, MeetingPlace, utcMoment } from './meeting-place';

interface TakeInFormProps {
  studyId: string;
  meetings: readonly MeetingChoice[];
  onTakenIn: (recording: RecordingDetail) => void;
}

/** Takes an audio file in, with its progress, and says in plain words when it cannot. */
export function TakeInForm({ studyId, meetings, onTakenIn }: TakeInFormProps) {
  const { t } = useTranslation('recordings');
  const takeIn = useTakeIn(studyId);
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [place, setPlace] = useState({ meetingId: null as string | null, start: '' });
  const [acceptCutOff, setAcceptCutOff] = useState(false);
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!file) {
      return;
    }
    stop.current = new AbortController();
    setShare(0);
    takeIn.mutate(
      {
        file,
        title,
        meetingId: place.meetingId,
        startsAt: utcMoment(place.start),
        acceptCutOff,
        onProgress: setShare,
        signal: stop.current.signal,
      },
      { onSuccess: onTakenIn },
    );
  };
  const wasStopped = stop.current?.signal.aborted === true;
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <FileInput
          label={t('takeIn.file')}
          description={t('takeIn.fileHint')}
          placeholder={t('takeIn.choose')}
          accept="audio/*,video/mp4,video/webm,.m4a,.opus,.ogg,.flac"
          value={file}
          onChange={setFile}
          required
        />
        <TextInput
          label={t('takeIn.name')}
          placeholder={file?.name.replace(/\.[^.]+$/, '') ?? ''}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={300}
        />
        <MeetingPlace meetings={meetings} {...place} onChange={setPlace} />
        {takeIn.isError && !wasStopped && <ProblemNotice error={takeIn.error} />}
        {takeIn.isError && !wasStopped && (
          <Checkbox
            label={t('takeIn.cutOff')}
            checked={acceptCutOff}
            onChange={(event) => setAcceptCutOff(event.currentTarget.checked)}
          />
        )}
        {takeIn.isPending ? (
          <Sending share={share} onStop={() => stop.current?.abort()} />
        ) : (
          <Group>
            <Button type="submit" disabled={!file}>
              {t('takeIn.send')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function Sending({ share, onStop }: { share: number; onStop: () => void }) {
  const { t } = useTranslation('recordings');
  const percent = Math.round(share * 100);
  const words = percent < 100 ? t('takeIn.sending', { percent }) : t('takeIn.looking');
  return (
    <Stack gap="xs">
      <Text role="status">{words}</Text>
      <Progress value={percent} aria-label={words} />
      <Group>
        <Button variant="default" onClick={onStop}>
          {t('takeIn.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
