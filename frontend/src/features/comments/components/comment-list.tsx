import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StanceMark } from '@/ui/marks/stance-mark';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Comment, useWithdrawComment } from '../queries';
import { CommentEditor } from './comment-editor';
import classes from './comments.module.css';

interface CommentListProps {
  studyId: string;
  comments: readonly Comment[];
  /** Shows the writer's stakeholder group. */
  group?: (groupId: string | null) => ReactNode;
  /** What became of a comment, below its words. */
  fate?: (comment: Comment) => ReactNode;
  /** False where own words can no longer be changed. */
  canChange?: boolean;
  isCompact?: boolean;
}

/** Comments in the order they were made; own ones can be changed or taken back. */
export function CommentList({ comments, isCompact = false, ...rest }: CommentListProps) {
  const { t } = useTranslation('comments');
  return (
    <ul className={classes.list} data-compact={isCompact || undefined} aria-label={t('list.label')}>
      {comments.map((comment) => (
        <li key={comment.id} className={classes.comment}>
          <CommentItem comment={comment} isCompact={isCompact} {...rest} />
        </li>
      ))}
    </ul>
  );
}

type CommentItemProps = Omit<CommentListProps, 'comments'> & { comment: Comment };

function CommentItem({ comment, group, fate, canChange = true, ...rest }: CommentItemProps) {
  const { t } = useTranslation('comments');
  const [isEditing, setIsEditing] = useState(false);
  const size = rest.isCompact ? 'compact-xs' : 'compact-md';
  return (
    <>
      <div className={classes.who}>
        <strong>{comment.is_mine ? t('list.mine') : comment.author.name}</strong>
        {group?.(comment.author.group_id)}
        <Moment at={comment.created_at} />
        {comment.edited_at && <span>{t('list.edited')}</span>}
        {comment.stance && <StanceMark stance={comment.stance} />}
      </div>
      {comment.anchor && (
        <blockquote className={classes.quote} aria-label={t('list.about')}>
          <p>{comment.anchor.quote}</p>
        </blockquote>
      )}
      {isEditing ? (
        <CommentEditor
          studyId={rest.studyId}
          comment={comment}
          isCompact={rest.isCompact ?? false}
          onDone={() => setIsEditing(false)}
        />
      ) : (
        <p className={classes.words}>{comment.text}</p>
      )}
      {fate?.(comment)}
      {comment.is_mine && canChange && !isEditing && (
        <Group gap="xs">
          <Button variant="subtle" size={size} onClick={() => setIsEditing(true)}>
            {t('list.edit')}
          </Button>
          <Withdrawal studyId={rest.studyId} id={comment.id} size={size} />
        </Group>
      )}
    </>
  );
}

/** Taking words back cannot be undone, so it is asked once more. */
function Withdrawal({ studyId, id, size }: { studyId: string; id: string; size: string }) {
  const { t } = useTranslation('comments');
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending, error } = useWithdrawComment(studyId);
  if (!isAsking) {
    return (
      <Button variant="subtle" color="gray" size={size} onClick={() => setIsAsking(true)}>
        {t('list.withdraw')}
      </Button>
    );
  }
  return (
    <>
      <span role="status">{t('list.withdrawSure')}</span>
      <Button size={size} color="red" loading={isPending} onClick={() => mutate(id)}>
        {t('list.withdrawYes')}
      </Button>
      <Button size={size} variant="default" onClick={() => setIsAsking(false)}>
        {t('list.keep')}
      </Button>
      {error && <ProblemNotice error={error} />}
    </>
  );
}
