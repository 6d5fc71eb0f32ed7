import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { areChoices, linesOf, MOST_WORDS, type PollDraft, takesChoices } from '../poll-templates';

interface PollEditorProps {
  start: PollDraft;
  onPut: (draft: PollDraft) => void;
  onBack: () => void;
}

/** A poll in the chair's own words before it is put to the room. */
export function PollEditor({ start, onPut, onBack }: PollEditorProps) {
  const { t } = useTranslation('meetings');
  const hasChoices = takesChoices(start.kind);
  const form = useForm({
    initialValues: start,
    validate: {
      prompt: (prompt) => (prompt.trim() ? null : t('chair.promptNeeded')),
      choices: (text) =>
        !hasChoices || areChoices(linesOf(text)) ? null : t('chair.choicesNeeded'),
    },
  });
  const most = start.kind === 'words' ? MOST_WORDS : linesOf(form.values.choices).length;
  const counts = Array.from({ length: Math.max(1, most) }, (_, place) => place + 1);
  return (
    <form onSubmit={form.onSubmit(onPut)} noValidate>
      <Stack gap="md">
        <TextInput
          data-autofocus
          autoFocus
          label={t('chair.prompt')}
          maxLength={300}
          {...form.getInputProps('prompt')}
        />
        {hasChoices && (
          <Textarea
            label={t('chair.choices')}
            description={t('chair.choicesHint')}
            autosize
            minRows={3}
            {...form.getInputProps('choices')}
          />
        )}
        {start.kind === 'rating' && (
          <NativeSelect
            label={t('chair.scale')}
            data={[9, 7, 5].map((value) => ({
              value: String(value),
              label: t('chair.pointsOf', { count: value }),
            }))}
            value={String(form.values.points)}
            onChange={({ currentTarget }) =>
              form.setFieldValue('points', Number(currentTarget.value) as PollDraft['points'])
            }
          />
        )}
        {(start.kind === 'choice' || start.kind === 'words') && (
          <NativeSelect
            label={t(start.kind === 'words' ? 'chair.wordsAtMost' : 'chair.choicesAtMost')}
            data={counts.map(String)}
            value={String(Math.min(form.values.atMost, counts.length))}
            onChange={({ currentTarget }) =>
              form.setFieldValue('atMost', Number(currentTarget.value))
            }
          />
        )}
        <Group>
          <Button type="submit">{t('chair.put')}</Button>
          <Button variant="default" onClick={onBack}>
            {t('chair.backToTemplates')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
