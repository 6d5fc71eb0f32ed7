import { Button, Chip, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Command } from '../queries';

const PRESETS = ['agreement', 'fate', 'yesNo'] as const;

interface PollFormProps {
  isOpen: boolean;
  itemId: string | undefined;
  onClose: () => void;
  send: (command: Command, onDone: () => void) => void;
}

/** Puts a question to the room. */
export function PollForm({ isOpen, itemId, onClose, send }: PollFormProps) {
  const { t } = useTranslation('meetings');
  const form = useForm({
    initialValues: { prompt: '', choices: t('presetChoices.agreement') },
    validate: {
      prompt: (prompt) => (prompt.trim() ? null : t('chair.promptNeeded')),
      choices: (text) => (isChoice(linesOf(text)) ? null : t('chair.choicesNeeded')),
    },
  });
  const submit = form.onSubmit(({ prompt, choices }) => {
    send({ type: 'open_poll', prompt, choices: linesOf(choices), item_id: itemId ?? null }, () => {
      form.reset();
      onClose();
    });
  });
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened={isOpen}
      onClose={onClose}
      title={t('chair.pollTitle')}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('chair.prompt')}
            maxLength={300}
            {...form.getInputProps('prompt')}
          />
          <Group gap="xs" role="group" aria-label={t('chair.ready')}>
            {PRESETS.map((preset) => (
              <Chip
                key={preset}
                checked={form.values.choices === t(`presetChoices.${preset}`)}
                onChange={() => form.setFieldValue('choices', t(`presetChoices.${preset}`))}
              >
                {t(`presets.${preset}`)}
              </Chip>
            ))}
          </Group>
          <Textarea
            label={t('chair.choices')}
            description={t('chair.choicesHint')}
            autosize
            minRows={3}
            {...form.getInputProps('choices')}
          />
          <Button type="submit">{t('chair.put')}</Button>
        </Stack>
      </form>
    </Modal>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function isChoice(choices: string[]): boolean {
  const different = new Set(choices.map((choice) => choice.toLowerCase()));
  return different.size === choices.length && choices.length >= 2 && choices.length <= 12;
}
