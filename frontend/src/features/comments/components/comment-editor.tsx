import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Comment, useEditComment } from '../queries';
import classes from './comments.module.css';
import { StanceChoice } from './stance-choice';

interface CommentEditorProps {
  studyId: string;
  comment: Comment;
  onDone: () => void;
  isCompact: boolean;
}

/** Changes one's own words in place. */
export function CommentEditor({ studyId, comment, onDone, isCompact }: CommentEditorProps) {
  const { t } = useTranslation('comments');
  const [text, setText] = useState(comment.text);
  const [stance, setStance] = useState(comment.stance);
  const { mutate, isPending, error } = useEditComment(studyId);
  const size = isCompact ? 'xs' : 'md';
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ id: comment.id, text, stance }, { onSuccess: onDone });
      }}
    >
      <Textarea
        label={t('box.label')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        autosize
        required
        maxLength={10_000}
      />
      <StanceChoice value={stance} onChange={setStance} isCompact={isCompact} />
      {error && <ProblemNotice error={error} />}
      <Group gap="xs">
        <Button type="submit" size={size} loading={isPending} disabled={!text.trim()}>
          {t('list.save')}
        </Button>
        <Button variant="default" size={size} onClick={onDone}>
          {t('list.cancel')}
        </Button>
      </Group>
    </form>
  );
}
