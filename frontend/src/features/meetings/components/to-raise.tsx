import { ActionIcon, Button } from '@mantine/core';
import { IconMessage, IconMessageCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveState, MeetingComment } from '../queries';
import { Arrivals, type useArrivals } from './arrivals';
import classes from './chair.module.css';
import { Key } from './chair-keys';
import { ScrollArea } from './scroll-area';

/** A chair's mark on a comment; null takes it away. */
export type MarkOn = (comment: MeetingComment, mark: 'to_raise' | 'raised' | null) => void;

interface ToRaiseProps {
  arrivals: ReturnType<typeof useArrivals>;
  marks: LiveState['marks'];
  canAct: boolean;
  onMark: MarkOn;
  onComment: () => void;
}

/** What is written about the point: first what the chair means to raise, then everything. */
export function ToRaise({ arrivals, marks, canAct, onMark, onComment }: ToRaiseProps) {
  const { t } = useTranslation('meetings');
  const marked = toBeRaised(arrivals.comments, marks);
  return (
    <ScrollArea className={classes.pane ?? ''} label={t('chair.comments')}>
      <h3>{t('chair.comments')}</h3>
      <div className={classes.foot}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconMessage size={16} aria-hidden />}
          rightSection={<Key>w</Key>}
          onClick={onComment}
        >
          {t('chair.comment')}
        </Button>
      </div>
      {marked.length > 0 && (
        <>
          <h4>{t('raise.title')}</h4>
          <ul className={classes.outcomes} aria-label={t('raise.title')}>
            {marked.map((comment, index) => (
              <li key={comment.id} className={classes.raise}>
                <span className={classes.wrapped}>
                  <strong>{comment.name}</strong> {comment.text}
                </span>
                {canAct && (
                  <span className={classes.lineActions}>
                    <Button
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconMessageCheck size={16} aria-hidden />}
                      rightSection={index === 0 && <Key>v</Key>}
                      onClick={() => onMark(comment, 'raised')}
                    >
                      {t('raise.raised')}
                    </Button>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      className={classes.small ?? ''}
                      aria-label={t('raise.drop', { name: comment.name })}
                      onClick={() => onMark(comment, null)}
                    >
                      <IconX size={16} aria-hidden />
                    </ActionIcon>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Arrivals
        comments={arrivals.comments}
        waiting={arrivals.waiting}
        onShow={arrivals.show}
        hotkey={<Key>r</Key>}
        action={(comment) => {
          if (marks[comment.id] === 'raised') {
            return <span className={classes.meta}>{t('raise.wasRaised')}</span>;
          }
          return (
            canAct &&
            !marks[comment.id] && (
              <Button
                size="compact-sm"
                variant="default"
                rightSection={
                  comment.id === newestUnmarked(arrivals.comments, marks)?.id && <Key>m</Key>
                }
                onClick={() => onMark(comment, 'to_raise')}
              >
                {t('raise.mark')}
              </Button>
            )
          );
        }}
      />
    </ScrollArea>
  );
}

/** What the chair means to raise, oldest first. */
export function toBeRaised(comments: readonly MeetingComment[], marks: LiveState['marks']) {
  return comments.filter(({ id }) => marks[id] === 'to_raise');
}

/** The newest comment that the chair has not marked. */
export function newestUnmarked(comments: readonly MeetingComment[], marks: LiveState['marks']) {
  return comments.findLast(({ id }) => !marks[id]);
}
