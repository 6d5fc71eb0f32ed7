import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Clock } from '@/ui/clock';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import type { MeetingChoice } from '../components/meeting-place';
import type { Recording } from '../queries';
import classes from './import-form.module.css';
import { type Imported, type Understood, useImport } from './queries';

interface ImportFormProps {
  studyId: string;
  file: File;
  recordings: readonly Recording[];
  meetings: readonly MeetingChoice[];
  onTakenIn: (imported: Imported) => void;
}

/** Shows what was understood of a transcript's file before it is taken in. */
export function ImportForm({ studyId, file, recordings, meetings, onTakenIn }: ImportFormProps) {
  const { t } = useTranslation('recordings');
  const { preview, takeIn } = useImport(studyId);
  const [title, setTitle] = useState('');
  const [place, setPlace] = useState('');
  const { mutate } = preview;
  useEffect(() => mutate(file), [file, mutate]);
  if (preview.isError) {
    return <ProblemNotice error={preview.error} />;
  }
  if (!preview.data) {
    return <Loading />;
  }
  const [kind, id = ''] = place.split(' ');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        takeIn.mutate(
          {
            file,
            title,
            recordingId: kind === 'recording' ? id : '',
            meetingId: kind === 'meeting' ? id : '',
          },
          { onSuccess: onTakenIn },
        );
      }}
    >
      <Stack gap="lg">
        <Preview name={file.name} understood={preview.data} />
        <NativeSelect
          label={t('import.place')}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
          data={[
            { value: '', label: t('import.itself') },
            {
              group: t('import.recordings'),
              items: recordings
                .filter(({ is_open }) => is_open)
                .map((one) => ({ value: `recording ${one.id}`, label: one.title })),
            },
            {
              group: t('import.meetings'),
              items: meetings.map((one) => ({ value: `meeting ${one.id}`, label: one.title })),
            },
          ]}
        />
        <TextInput
          label={t('import.name')}
          placeholder={file.name.replace(/\.[^.]+$/, '')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={300}
        />
        {takeIn.isError && <ProblemNotice error={takeIn.error} />}
        <Group>
          <Button type="submit" loading={takeIn.isPending}>
            {t('import.takeIn')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Preview({ name, understood }: { name: string; understood: Understood }) {
  const { t } = useTranslation('recordings');
  return (
    <Stack gap="sm">
      <Text className={classes.name}>
        {t('import.understood', {
          name,
          count: understood.passages,
          form: understood.form.toUpperCase(),
        })}
      </Text>
      <Text>
        {understood.speakers.length > 0
          ? t('import.speakers', {
              count: understood.speakers.length,
              names: understood.speakers.join(', '),
            })
          : t('import.nobody')}
      </Text>
      {understood.doubts.map((doubt) => (
        <Text key={doubt} size="sm" className={classes.doubt}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>{doubt}</span>
        </Text>
      ))}
      <ol className={classes.first} aria-label={t('import.first')}>
        {understood.first.map(({ speaker, start, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the passages of a preview never change places
          <li key={index}>
            <Text size="sm" c="dimmed">
              {start !== null && <Clock seconds={start} />} {speaker ?? t('text.unknown')}
            </Text>
            <Text dir="auto">{text}</Text>
          </li>
        ))}
      </ol>
    </Stack>
  );
}
