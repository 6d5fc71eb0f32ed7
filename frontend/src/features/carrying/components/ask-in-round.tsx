import { Button, Modal, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowForwardUp } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type CarriedPoll, type MeetingPlace, useAskInRound } from '../queries';
import type { RoundName } from './polls-carried';

interface AskInRoundProps {
  place: MeetingPlace;
  poll: CarriedPoll;
  drafts: readonly RoundName[];
  onAsked: () => void;
}

/** Asks a poll's question in a round: in a draft that is there, or in a new one. */
export function AskInRound({ place, poll, drafts, onAsked }: AskInRoundProps) {
  const { t } = useTranslation('carrying');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconArrowForwardUp size={18} aria-hidden />}
        aria-label={t('ask.buttonOf', { prompt: poll.prompt })}
        onClick={open}
      >
        {t('ask.button')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('ask.title')}
        closeButtonProps={{ 'aria-label': t('ask.close') }}
      >
        <AskForm
          place={place}
          poll={poll}
          drafts={drafts}
          onAsked={() => {
            onAsked();
            close();
          }}
        />
      </Modal>
    </div>
  );
}

function AskForm({ place, poll, drafts, onAsked }: AskInRoundProps) {
  const { t } = useTranslation('carrying');
  // a draft that asks this already would only be refused
  const open = drafts.filter(({ id }) => !poll.rounds.some(({ round_id: other }) => other === id));
  const [first] = open;
  const [isNew, setNew] = useState(!first);
  const [draftId, setDraftId] = useState(first?.id ?? '');
  const [title, setTitle] = useState('');
  const ask = useAskInRound(place, poll.poll_id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(isNew ? { title } : { round_id: draftId }, { onSuccess: onAsked });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{t('ask.how')}</Text>
        {ask.error && <ProblemNotice error={ask.error} />}
        {first && (
          <Radio.Group
            label={t('ask.where')}
            value={isNew ? 'new' : 'draft'}
            onChange={(value) => setNew(value === 'new')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="draft" label={t('ask.draft')} data-autofocus />
              <Radio value="new" label={t('ask.new')} />
            </Stack>
          </Radio.Group>
        )}
        {isNew ? (
          <TextInput
            label={t('ask.name')}
            description={t('ask.nameHint')}
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            required
            maxLength={300}
          />
        ) : (
          <NativeSelect
            label={t('ask.choose')}
            data={open.map(({ id, title: name }) => ({ value: id, label: name }))}
            value={draftId}
            onChange={({ currentTarget }) => setDraftId(currentTarget.value)}
          />
        )}
        <Text>{t(poll.is_secret ? 'polls.secret' : 'ask.linking')}</Text>
        <Button type="submit" loading={ask.isPending}>
          {t('ask.do')}
        </Button>
      </Stack>
    </form>
  );
}
