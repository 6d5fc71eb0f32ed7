import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import { spokenQuery, useSplitVoice } from '../placing';
import classes from './split-voice.module.css';

interface SplitVoiceProps {
  studyId: string;
  documentId: string;
  voice: { id: string; label: string };
}

/** Tells two people apart who went by one name: some of its passages get a voice of their own. */
export function SplitVoice({ studyId, documentId, voice }: SplitVoiceProps) {
  const { t } = useTranslation('recordings');
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="subtle" onClick={open} aria-label={t('split.of', { name: voice.label })}>
        {t('split.open')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('split.of', { name: voice.label })} size="lg">
        <Passages studyId={studyId} documentId={documentId} voice={voice} onDone={close} />
      </Modal>
    </>
  );
}

function Passages({
  studyId,
  documentId,
  voice,
  onDone,
}: SplitVoiceProps & { onDone: () => void }) {
  const { t } = useTranslation('recordings');
  const { data: text } = useQuery(spokenQuery(studyId, documentId));
  const split = useSplitVoice(studyId, documentId);
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  if (!text) {
    return <Loading />;
  }
  const theirs = text.segments.filter(({ speaker }) => speaker?.id === voice.id);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        split.mutate({ id: voice.id, label, segment_ids: chosen }, { onSuccess: onDone });
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('split.explain')}</Text>
        <TextInput
          label={t('voices.addLabel')}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          maxLength={120}
          required
        />
        <Checkbox.Group label={t('split.which')} value={chosen} onChange={setChosen}>
          <Stack gap="xs" mt="xs" className={classes.passages}>
            {theirs.map(({ id, start, text: words }) => (
              <Checkbox key={id} value={id} label={`${clockTime(start ?? 0)}  ${words}`} />
            ))}
          </Stack>
        </Checkbox.Group>
        {split.isError && <ProblemNotice error={split.error} />}
        <Group>
          <Button type="submit" disabled={chosen.length === 0} loading={split.isPending}>
            {t('split.do')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
