import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReleasedComment } from '../comment-queries';
import { CommentWords } from './comment-words';
import classes from './comments.module.css';
import type { ResultGroup } from './round-results';
import rounds from './rounds.module.css';

/** As many are read without asking for more; a longer list stands folded. */
const FEW = 3;

interface ReleasedCommentsProps {
  comments: readonly ReleasedComment[];
  groups: readonly ResultGroup[];
  /** The level of its title, so that it follows the one it stands under. */
  level: 3 | 4;
}

/** What people said about an item, as a facilitator released it. */
export function ReleasedComments({ comments, groups, level }: ReleasedCommentsProps) {
  const { t } = useTranslation('rounds');
  if (comments.length === 0) {
    return null;
  }
  const list = (
    <ul className={classes.list}>
      {comments.map((comment) => (
        <li key={comment.id}>
          <CommentWords comment={comment} words={comment.text} groups={groups} />
          {comment.is_reworded && <p className={classes.quiet}>{t('said.reworded')}</p>}
        </li>
      ))}
    </ul>
  );
  return (
    <div className={classes.said}>
      <Title order={level} size="h4">
        {t('answer.said')}
      </Title>
      {comments.length > FEW ? (
        <details className={rounds.more}>
          <summary>{t('said.count', { count: comments.length })}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </div>
  );
}
