import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question, QuestionIn } from '../queries';

interface ItemQuestionsProps {
  questions: readonly Question[];
  onKeep: (questions: QuestionIn[]) => void;
  onCancel: () => void;
}

type Draft = QuestionIn & { key: string };
type Points = NonNullable<QuestionIn['points']>;

const KINDS = ['rating', 'vote', 'text'] as const;
const POINTS: readonly Points[] = [9, 7, 5];

/** What is asked about an item: kind, words and scale of each question. */
export function ItemQuestions({ questions, onKeep, onCancel }: ItemQuestionsProps) {
  const { t } = useTranslation('rounds');
  const [drafts, setDrafts] = useState<Draft[]>(() => questions.map(draftOf));
  const change = (key: string, changes: Partial<QuestionIn>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft)));
  return (
    <Stack gap="sm" mt="sm">
      {drafts.map((draft) => (
        <Group key={draft.key} align="flex-end" gap="xs">
          <Select
            w={210}
            label={t('build.kind')}
            data={KINDS.map((kind) => ({ value: kind, label: t(`build.kinds.${kind}`) }))}
            value={draft.kind}
            allowDeselect={false}
            onChange={(kind) =>
              // the words belonged to the other kind of question
              change(draft.key, { kind: kind as QuestionIn['kind'], prompt: '' })
            }
          />
          <TextInput
            flex={1}
            miw={200}
            label={t('build.prompt')}
            placeholder={t('build.promptHint')}
            value={draft.prompt ?? ''}
            maxLength={1000}
            onChange={(event) => change(draft.key, { prompt: event.currentTarget.value })}
          />
          {draft.kind === 'rating' && (
            <Select
              w={100}
              label={t('build.points')}
              data={POINTS.map((count) => ({
                value: String(count),
                label: t('build.pointsOf', { count }),
              }))}
              value={String(draft.points ?? 9)}
              allowDeselect={false}
              onChange={(points) => change(draft.key, { points: Number(points) as Points })}
            />
          )}
          <Button
            variant="subtle"
            color="gray"
            disabled={drafts.length === 1}
            onClick={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
          >
            {t('build.removeQuestion')}
          </Button>
        </Group>
      ))}
      <Group gap="xs">
        <Button
          variant="default"
          disabled={drafts.length >= 10}
          onClick={() =>
            setDrafts([...drafts, { key: crypto.randomUUID(), kind: 'text', prompt: '' }])
          }
        >
          {t('build.addQuestion')}
        </Button>
        <Button onClick={() => onKeep(drafts.map(({ key: _key, ...question }) => question))}>
          {t('build.done')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('build.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function draftOf({ id, kind, prompt, scale }: Question): Draft {
  return {
    key: id,
    kind,
    prompt,
    ...(scale
      ? {
          points: scale.high as Points,
          low_label: scale.low_label,
          high_label: scale.high_label,
        }
      : {}),
  };
}
