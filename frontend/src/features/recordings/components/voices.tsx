import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type TranscriptText, useCorrections } from '../queries';
import { SplitVoice } from './split-voice';

interface Person {
  id: string;
  display_name: string;
}

interface VoicesProps {
  studyId: string;
  text: Pick<TranscriptText, 'id' | 'speakers'>;
  members: readonly Person[];
}

/** Names the voices of a transcript once and everywhere, and says which member each is. */
export function Voices({ studyId, text, members }: VoicesProps) {
  const { t } = useTranslation('recordings');
  const { nameSpeaker, addSpeaker } = useCorrections(studyId, text.id);
  const [label, setLabel] = useState('');
  return (
    <Stack gap="sm">
      {nameSpeaker.isError && <ProblemNotice error={nameSpeaker.error} />}
      {addSpeaker.isError && <ProblemNotice error={addSpeaker.error} />}
      {text.speakers.map((speaker) => (
        <Voice
          key={`${speaker.id} ${speaker.label}`}
          studyId={studyId}
          documentId={text.id}
          speaker={speaker}
          members={members}
          onSave={(change) => nameSpeaker.mutate({ id: speaker.id, ...change })}
        />
      ))}
      <Text size="sm" c="dimmed">
        {t('voices.merge')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          addSpeaker.mutate({ label }, { onSuccess: () => setLabel('') });
        }}
      >
        <Group align="end">
          <TextInput
            label={t('voices.addLabel')}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
            maxLength={120}
            required
          />
          <Button type="submit" variant="default" loading={addSpeaker.isPending}>
            {t('voices.add')}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}

interface VoiceProps {
  studyId: string;
  documentId: string;
  speaker: TranscriptText['speakers'][number];
  members: readonly Person[];
  onSave: (change: { label: string; member_id: string | null }) => void;
}

function Voice({ studyId, documentId, speaker, members, onSave }: VoiceProps) {
  const { t } = useTranslation('recordings');
  const [label, setLabel] = useState(speaker.label);
  const [memberId, setMemberId] = useState(speaker.member_id);
  const isChanged = label !== speaker.label || memberId !== speaker.member_id;
  return (
    <Group align="end" gap="sm">
      <TextInput
        label={t('voices.label')}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        maxLength={120}
      />
      <NativeSelect
        label={t('voices.member')}
        value={memberId ?? ''}
        onChange={(event) => setMemberId(event.currentTarget.value || null)}
        data={[
          { value: '', label: t('voices.nobody') },
          ...members.map(({ id, display_name }) => ({ value: id, label: display_name })),
        ]}
      />
      <Button
        variant="default"
        disabled={!isChanged || !label.trim()}
        onClick={() => onSave({ label, member_id: memberId })}
      >
        {t('voices.save')}
      </Button>
      <SplitVoice studyId={studyId} documentId={documentId} voice={speaker} />
    </Group>
  );
}
