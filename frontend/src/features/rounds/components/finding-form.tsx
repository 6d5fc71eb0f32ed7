import { Button, Checkbox, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { RoundItemResult } from '../queries';
import { type ItemOutcome, useSetFinding } from '../results-queries';
import classes from './rounds.module.css';

interface FindingFormProps {
  studyId: string;
  roundId: string;
  item: RoundItemResult;
}

const OUTCOMES: readonly ItemOutcome[] = [
  'in',
  'out',
  'none',
  'divided',
  'too general',
  'missing',
  'against the evidence',
];

/** Where the team says what came of an item, and chooses the dissent that the panel may read. */
export function FindingForm({ studyId, roundId, item }: FindingFormProps) {
  const { t } = useTranslation('rounds');
  const save = useSetFinding(studyId, roundId, item.id);
  const [outcome, setOutcome] = useState<ItemOutcome>(item.outcome ?? 'none');
  const [words, setWords] = useState(item.finding?.words ?? '');
  const [quoted, setQuoted] = useState(
    item.minority.filter(({ is_quoted }) => is_quoted).map(({ id }) => id),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ outcome, words, quoted_ids: quoted });
  };
  return (
    <details className={classes.more}>
      <summary>{t('feedback.say')}</summary>
      <form onSubmit={submit} className={classes.narrow}>
        <Stack gap="md">
          {save.error && <ProblemNotice error={save.error} />}
          <NativeSelect
            label={t('feedback.outcomeLabel')}
            value={outcome}
            onChange={({ currentTarget }) =>
              setOutcome(OUTCOMES.find((each) => each === currentTarget.value) ?? 'none')
            }
            data={OUTCOMES.map((each) => ({ value: each, label: t(`feedback.outcome.${each}`) }))}
          />
          <Textarea
            label={t('feedback.words')}
            description={t('feedback.wordsHint')}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            maxLength={5000}
            autosize
            minRows={2}
          />
          {item.minority.length > 0 && (
            <Checkbox.Group
              label={t('feedback.quote')}
              description={t('feedback.quoteHint')}
              value={quoted}
              onChange={setQuoted}
            >
              <Stack gap="xs" mt="xs">
                {item.minority.map(({ id, text }) => (
                  <Checkbox key={id} value={id} label={text} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t('feedback.save')}
            </Button>
            {item.finding && (
              <Button variant="default" onClick={() => save.mutate(null)}>
                {t('feedback.clear')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </details>
  );
}
