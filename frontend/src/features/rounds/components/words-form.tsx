import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadingAge } from '@/ui/reading-age';

interface WordsFormProps {
  studyId: string;
  label: string;
  hint?: string;
  /** What the button says. */
  action: string;
  start: string;
  longest: number;
  isPending: boolean;
  onLeave: () => void;
  onKeep: (words: string) => void;
}

/** Words that the panel will read, written or changed in place. */
export function WordsForm({ studyId, start, longest, ...props }: WordsFormProps) {
  const { t } = useTranslation('rounds');
  const [words, setWords] = useState(start);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onKeep(words.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" mt="xs">
        <div>
          <Textarea
            label={props.label}
            description={props.hint}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            maxLength={longest}
            required
            autosize
            minRows={2}
            autoFocus
          />
          <ReadingAge studyId={studyId} text={words} />
        </div>
        <Group gap="xs">
          <Button type="submit" disabled={!words.trim()} loading={props.isPending}>
            {props.action}
          </Button>
          <Button variant="subtle" onClick={props.onLeave}>
            {t('build.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
