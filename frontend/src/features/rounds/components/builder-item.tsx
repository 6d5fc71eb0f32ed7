import { ActionIcon, Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundItem, RoundItemIn } from '../queries';
import { draftOf, sent } from '../question-drafts';
import { BuilderSubject, nameOf } from './builder-subject';
import { TemplateKeeper } from './builder-templates';
import { ItemQuestions } from './item-questions';
import { ItemTemplate } from './item-template';
import classes from './rounds.module.css';
import { WordsForm } from './words-form';

interface BuilderItemProps {
  studyId: string;
  item: RoundItem;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onChange: (item: RoundItemIn) => void;
  /** Asks a template's questions about this item. */
  onApply: (templateId: string) => void;
}

/** An item of a draft: what it is, what is asked about it, its place. */
export function BuilderItem({ studyId, item, isFirst, isLast, ...can }: BuilderItemProps) {
  const { t } = useTranslation('rounds');
  const [editing, setEditing] = useState<'words' | 'questions'>();
  const place = useRef<HTMLDivElement>(null);
  const close = () => {
    setEditing(undefined);
    // what was pressed is gone: the focus stays with its item
    place.current?.focus();
  };
  const name = nameOf(item);
  const keep = (changes: Pick<RoundItemIn, 'statement' | 'questions'>) => {
    can.onChange({
      kind: item.kind,
      version_id: item.version?.id ?? null,
      cmoc_id: item.cmoc_id,
      element_id: item.element_id,
      to_element_id: item.to_element_id,
      ...changes,
    });
    close();
  };
  return (
    <div ref={place} tabIndex={-1} className={classes.item}>
      <div className={classes.itemHead}>
        <div>
          <BuilderSubject item={item} />
          {editing !== 'questions' && (
            <ul className={classes.plain}>
              {item.questions.map((question) => (
                <li key={question.id}>
                  {`${t(`build.kinds.${question.kind}`)}${question.scale ? ` ${question.scale.low}–${question.scale.high}` : ''}: ${question.prompt}`}
                </li>
              ))}
            </ul>
          )}
        </div>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('build.up', { item: name })}
            disabled={isFirst}
            onClick={() => can.onMove(-1)}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('build.down', { item: name })}
            disabled={isLast}
            onClick={() => can.onMove(1)}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('build.remove', { item: name })}
            onClick={can.onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </div>
      {editing === 'words' && (
        <WordsForm
          studyId={studyId}
          label={t(item.kind === 'text' ? 'build.textItem' : 'build.statement')}
          action={t('build.wordsKeep')}
          start={item.statement}
          longest={1000}
          isPending={false}
          onLeave={close}
          onKeep={(statement) =>
            keep({ statement, questions: item.questions.map((each) => sent(draftOf(each))) })
          }
        />
      )}
      {editing === 'questions' && (
        <>
          <ItemTemplate
            studyId={studyId}
            isMechanism={item.version !== null}
            onApply={(templateId) => {
              can.onApply(templateId);
              close();
            }}
          />
          <ItemQuestions
            studyId={studyId}
            questions={item.questions}
            isMechanism={item.version !== null}
            onCancel={close}
            renderMore={(questions) => <TemplateKeeper studyId={studyId} questions={questions} />}
            onKeep={(questions) => keep({ statement: item.statement, questions })}
          />
        </>
      )}
      {editing === undefined && (
        <Group gap="xs" mt={4}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('build.editOf', { item: name })}
            onClick={() => setEditing('questions')}
          >
            {t('build.edit')}
          </Button>
          {item.version === null && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('build.wordsEditOf', { item: name })}
              onClick={() => setEditing('words')}
            >
              {t('build.wordsEdit')}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
