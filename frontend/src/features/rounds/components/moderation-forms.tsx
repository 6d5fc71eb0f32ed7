import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCodepoints } from '@/lib/codepoints';

interface ModerationEditingProps {
  text: string;
  longest: number;
  /** What the button says. */
  action: string;
  isPending: boolean;
  onLeave: () => void;
  onKeep: (text: string) => void;
}

/** Changing the words of what the panel wrote; its author's stay beside them. */
export function ModerationEditing({ text, longest, action, ...does }: ModerationEditingProps) {
  const { t } = useTranslation('rounds');
  const field = useFocusOnOpening<HTMLTextAreaElement>();
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
          ref={field}
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
            {action}
          </Button>
          <Button variant="default" onClick={does.onLeave}>
            {t('statements.moderate.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ModerationRefusalProps<Reason extends string> {
  /** The reasons there are; a last one, `other`, asks for words. */
  reasons: readonly { value: Reason; label: string }[];
  /** What is asked. */
  label: string;
  /** What the button says. */
  action: string;
  isPending: boolean;
  onLeave: () => void;
  onRefuse: (reason: Reason, words: string) => void;
}

/** Keeping what the panel wrote from it, with a reason that its author reads. */
export function ModerationRefusal<Reason extends string>({
  reasons,
  label,
  action,
  ...does
}: ModerationRefusalProps<Reason>) {
  const { t } = useTranslation('rounds');
  const field = useFocusOnOpening<HTMLSelectElement>();
  const [chosen, setChosen] = useState(0);
  const reason = reasons[chosen]?.value;
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) {
      does.onRefuse(reason, words);
    }
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="sm">
        <NativeSelect
          ref={field}
          label={label}
          value={reason ?? ''}
          onChange={(event) => setChosen(event.currentTarget.selectedIndex)}
          data={[...reasons]}
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
          <Button type="submit" loading={does.isPending}>
            {action}
          </Button>
          <Button variant="default" onClick={does.onLeave}>
            {t('statements.moderate.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The button that opens a form goes away, so the focus goes on to its first field. */
function useFocusOnOpening<Field extends HTMLElement>() {
  const field = useRef<Field>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}
