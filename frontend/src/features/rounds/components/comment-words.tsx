import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StanceMark } from '@/ui/marks/stance-mark';
import type { CommentWriter as Writer } from '../comment-queries';
import { CommentWriter } from './comment-writer';
import classes from './comments.module.css';
import type { ResultGroup } from './round-results';

interface CommentWordsProps {
  comment: {
    writer: Writer;
    stance: Parameters<typeof StanceMark>[0]['stance'] | null;
    quote: string;
    is_mine: boolean;
  };
  words: string;
  groups: readonly ResultGroup[];
  /** What else is told of it, beside the writer. */
  mark?: ReactNode;
}

/** A comment to be read: by whom, what it does, the words it is about, and its own. */
export function CommentWords({ comment, words, groups, mark }: CommentWordsProps) {
  const { t } = useTranslation('rounds');
  return (
    <>
      <p className={classes.who}>
        {comment.is_mine ? (
          <strong>{t('said.mine')}</strong>
        ) : (
          <CommentWriter writer={comment.writer} groups={groups} />
        )}
        {comment.stance && <StanceMark stance={comment.stance} />}
        {mark}
      </p>
      {comment.quote && (
        <p className={classes.about}>{t('said.about', { quote: comment.quote })}</p>
      )}
      <blockquote className={classes.words}>{words}</blockquote>
    </>
  );
}
