import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question, QuestionIn } from '../queries';
import { draftOf, flawOf, newQuestion, type QuestionDraft, sent } from '../question-drafts';
import { ItemQuestion } from './item-question';

interface ItemQuestionsProps {
  studyId: string;
  questions: readonly Question[];
  isMechanism: boolean;
  onKeep: (questions: QuestionIn[]) => void;
  onCancel: () => void;
  /** What else can be done with questions that are whole, as keeping them as a template. */
  renderMore?: (questions: QuestionIn[]) => ReactNode;
}

/** What is asked about an item: each question can be changed, more put in, and others taken out. */
export function ItemQuestions(props: ItemQuestionsProps) {
  const { studyId, questions, isMechanism, onKeep, onCancel, renderMore } = props;
  const { t } = useTranslation('rounds');
  const [drafts, setDrafts] = useState<QuestionDraft[]>(() => questions.map(draftOf));
  const isWhole = drafts.every((draft) => flawOf(draft) === undefined);
  return (
    <Stack gap="sm" mt="sm">
      {drafts.map((draft) => (
        <ItemQuestion
          key={draft.key}
          studyId={studyId}
          draft={draft}
          isMechanism={isMechanism}
          onChange={(changed) =>
            setDrafts(drafts.map((each) => (each.key === changed.key ? changed : each)))
          }
          onRemove={
            drafts.length > 1
              ? () => setDrafts(drafts.filter(({ key }) => key !== draft.key))
              : undefined
          }
        />
      ))}
      <Group gap="xs">
        <Button
          variant="default"
          disabled={drafts.length >= 10}
          onClick={() => setDrafts([...drafts, newQuestion()])}
        >
          {t('build.addQuestion')}
        </Button>
        <Button disabled={!isWhole} onClick={() => onKeep(drafts.map(sent))}>
          {t('build.done')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('build.cancel')}
        </Button>
        {isWhole && renderMore?.(drafts.map(sent))}
      </Group>
    </Stack>
  );
}
