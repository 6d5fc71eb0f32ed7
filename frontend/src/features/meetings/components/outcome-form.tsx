import { Autocomplete, Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Command, Outcome } from '../queries';

/** What is being written: something new of a kind, or a correction. */
export type Draft = { kind: Outcome['kind']; itemId: string | null } | { correcting: Outcome };

interface OutcomeFormProps {
  draft: Draft;
  /** Names to choose from. */
  names: readonly string[];
  onClose: () => void;
  send: (command: Command, onDone: () => void) => void;
}

/** Notes a decision or an action, corrects it, or takes it back. */
export function OutcomeForm({ draft, names, onClose, send }: OutcomeFormProps) {
  const { t } = useTranslation('meetings');
  const before = 'correcting' in draft ? draft.correcting : undefined;
  const kind = 'correcting' in draft ? draft.correcting.kind : draft.kind;
  const form = useForm({
    initialValues: { text: before?.text ?? '', who: before?.who ?? '', due: before?.due ?? '' },
    validate: { text: (text) => (text.trim() ? null : t('outcome.needsText')) },
  });
  const submit = form.onSubmit(({ text, who, due }) => {
    const words = { text, who, due: due || null };
    if ('correcting' in draft) {
      send({ type: 'correct_outcome', outcome_id: draft.correcting.id, ...words }, onClose);
    } else {
      send({ type: 'note_outcome', kind, item_id: draft.itemId, ...words }, onClose);
    }
  });
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened
      onClose={onClose}
      title={t(before ? 'outcome.correctTitle' : `outcome.noteTitle.${kind}`)}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Textarea
            data-autofocus
            label={t(`outcome.text.${kind}`)}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('text')}
          />
          {kind === 'action' && (
            <>
              <Autocomplete
                label={t('outcome.who')}
                data={[...new Set(names)]}
                maxLength={200}
                {...form.getInputProps('who')}
              />
              <TextInput type="date" label={t('outcome.due')} {...form.getInputProps('due')} />
            </>
          )}
          <Group>
            <Button type="submit">{t('outcome.save')}</Button>
            {before && (
              <Button
                variant="default"
                onClick={() => send({ type: 'withdraw_outcome', outcome_id: before.id }, onClose)}
              >
                {t('outcome.withdraw')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
