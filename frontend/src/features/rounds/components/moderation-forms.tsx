import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCodepoints } from '@/lib/codepoints';
import type { Refusal } from '../statement-queries';

const REFUSALS: Refusal[] = [
  'said_already',
  'unclear',
  'several_ideas',
  'off_topic',
  'names_somebody',
  'hurtful',
  'other',
];

interface ModerationEditingProps {
  text: string;
  longest: number;
  isPending: boolean;
  onLeave: () => void;
  onKeep: (text: string) => void;
}

/** Changing the words of a statement; its author's stay beside them. */
export function ModerationEditing({ text, longest, ...does }: ModerationEditingProps) {
  const { t } = useTranslation('rounds');
  const [words, setWords] = useState(text);
  const over = countCodepoints(words.trim()) - longest;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    does.onKeep(words);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="sm">
        <Textarea
          label={t('statements.moderate.words')}
          description={t('statements.moderate.kept')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={over > 0 && t('statements.write.over', { count: over })}
          autosize
          required
        />
        <Group gap="sm">
          <Button type="submit" disabled={over > 0 || !words.trim()} loading={does.isPending}>
            {t('statements.moderate.acceptChanged')}
          </Button>
          <Button variant="default" onClick={does.onLeave}>
            {t('statements.moderate.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ModerationRefusalProps {
  isPending: boolean;
  onLeave: () => void;
  onRefuse: (reason: Refusal, words: string) => void;
}

/** Refusing a statement, with a reason that its author reads. */
export function ModerationRefusal({ isPending, onLeave, onRefuse }: ModerationRefusalProps) {
  const { t } = useTranslation('rounds');
  const [reason, setReason] = useState<Refusal>('said_already');
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRefuse(reason, words);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="sm">
        <NativeSelect
          label={t('statements.moderate.reason')}
          value={reason}
          onChange={(event) =>
            setReason(REFUSALS.find((each) => each === event.currentTarget.value) ?? 'other')
          }
          data={REFUSALS.map((each) => ({ value: each, label: t(`statements.refused.${each}`) }))}
        />
        <Textarea
          label={t('statements.moderate.say')}
          description={t('statements.moderate.sayHint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          maxLength={1000}
          required={reason === 'other'}
          autosize
        />
        <Group gap="sm">
          <Button type="submit" loading={isPending}>
            {t('statements.moderate.confirm')}
          </Button>
          <Button variant="default" onClick={onLeave}>
            {t('statements.moderate.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
