import { ActionIcon, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RoundItem, RoundItemIn } from '../queries';
import { BuilderSubject, nameOf } from './builder-subject';
import { TemplateKeeper } from './builder-templates';
import { ItemQuestions } from './item-questions';
import classes from './rounds.module.css';

interface BuilderItemProps {
  studyId: string;
  item: RoundItem;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onChange: (item: RoundItemIn) => void;
}

/** An item of a draft: what it is, what is asked about it, its place. */
export function BuilderItem({ studyId, item, isFirst, isLast, ...can }: BuilderItemProps) {
  const { t } = useTranslation('rounds');
  const [isEditing, { open, close }] = useDisclosure(false);
  const name = nameOf(item);
  return (
    <div className={classes.item}>
      <div className={classes.itemHead}>
        <div>
          <BuilderSubject item={item} />
          {!isEditing && (
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
      {isEditing ? (
        <ItemQuestions
          studyId={studyId}
          questions={item.questions}
          isMechanism={item.version !== null}
          onCancel={close}
          renderMore={(questions) => <TemplateKeeper studyId={studyId} questions={questions} />}
          onKeep={(questions) => {
            can.onChange({
              kind: item.kind,
              version_id: item.version?.id ?? null,
              cmoc_id: item.cmoc_id,
              element_id: item.element_id,
              to_element_id: item.to_element_id,
              statement: item.statement,
              questions,
            });
            close();
          }}
        />
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          aria-label={t('build.editOf', { item: name })}
          onClick={open}
        >
          {t('build.edit')}
        </Button>
      )}
    </div>
  );
}
