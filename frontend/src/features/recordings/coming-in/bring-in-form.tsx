import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type MeetingChoice, MeetingPlace, utcMoment } from '../components/meeting-place';
import { type ChosenFile, FileList } from './file-list';
import { type IntakeCreate, useIntakes } from './intakes';
import { startSending } from './senders';
import type { Person } from './voice-fields';

interface BringInFormProps {
  studyId: string;
  files: readonly File[];
  meetings: readonly MeetingChoice[];
  members: readonly Person[];
  onBegun: () => void;
}

/** Says what is known about files before they are sent: their order, their voices, the consent. */
export function BringInForm({ studyId, files, meetings, members, onBegun }: BringInFormProps) {
  const { t } = useTranslation('recordings');
  const { announce, refresh } = useIntakes(studyId);
  const [chosen, setChosen] = useState(() => files.map(asChosen));
  const [arrangement, setArrangement] = useState<'in_order' | 'tracks'>('in_order');
  const [title, setTitle] = useState('');
  const [place, setPlace] = useState({ meetingId: null as string | null, start: '' });
  const [agreed, setAgreed] = useState<IntakeCreate['agreed'] | 'open'>();
  const isSeveral = chosen.length > 1;
  const isTracks = isSeveral && arrangement === 'tracks';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const intake = await announce
      .mutateAsync({
        files: chosen.map(({ file, voice, startsAfter }) => ({
          file_name: file.name,
          size: file.size,
          modified_ms: file.lastModified,
          label: isTracks ? voice.label : '',
          member_id: isTracks ? voice.member_id : null,
          starts_after: isTracks ? startsAfter : 0,
        })),
        arrangement: isTracks ? 'tracks' : 'in_order',
        title,
        meeting_id: place.meetingId,
        starts_at: utcMoment(place.start),
        agreed: agreed === 'open' ? '' : (agreed ?? ''),
        accept_cut_off: false,
      })
      .catch(() => undefined); // the notice below says why
    if (!intake) {
      return;
    }
    for (const upload of intake.uploads) {
      const file = chosen[upload.position]?.file;
      if (file) {
        void startSending({ studyId, intakeId: intake.id, upload, file }, refresh);
      }
    }
    onBegun();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <FileList files={chosen} members={isTracks ? members : undefined} onChange={setChosen} />
        {isSeveral && (
          <Radio.Group
            label={t('comingIn.arrangement')}
            value={arrangement}
            onChange={(value) => setArrangement(value as 'in_order' | 'tracks')}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="in_order"
                label={t('comingIn.inOrder')}
                description={t('comingIn.inOrderHint')}
              />
              <Radio
                value="tracks"
                label={t('comingIn.tracks')}
                description={t('comingIn.tracksHint')}
              />
            </Stack>
          </Radio.Group>
        )}
        <TextInput
          label={t('takeIn.name')}
          placeholder={chosen[0]?.file.name.replace(/\.[^.]+$/, '') ?? ''}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={300}
        />
        <MeetingPlace meetings={meetings} {...place} onChange={setPlace} />
        <Radio.Group
          label={t('consent.question')}
          description={t('consent.questionHint')}
          value={agreed ?? ''}
          onChange={(value) => setAgreed(value as NonNullable<typeof agreed>)}
          required
        >
          <Stack gap="xs" mt="xs">
            <Radio value="form" label={t('consent.form')} required />
            <Radio value="aloud" label={t('consent.aloud')} />
            <Radio value="open" label={t('consent.open')} description={t('consent.openHint')} />
          </Stack>
        </Radio.Group>
        {announce.isError && <ProblemNotice error={announce.error} />}
        <Group>
          <Button type="submit" loading={announce.isPending} disabled={!agreed}>
            {t('comingIn.send', { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function asChosen(file: File, index: number): ChosenFile {
  return {
    key: `${index} ${file.name}`,
    file,
    voice: { label: '', member_id: null },
    startsAfter: 0,
  };
}
