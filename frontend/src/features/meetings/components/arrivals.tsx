import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StanceMark } from '@/ui/marks/stance-mark';
import { type MeetingComment, meetingCommentsQuery, type Place } from '../queries';
import classes from './session.module.css';

interface Seen {
  targetId: string | undefined;
  /** How many of the comments that arrived have been fetched or were taken back before. */
  count: number;
}

/** The comments on a point: what has been fetched, and how many have arrived since. */
export function useArrivals(place: Place, targetId: string | undefined, arrived: number) {
  const { data, refetch } = useQuery(meetingCommentsQuery(place));
  const comments = data?.filter((comment) => comment.target_id === targetId) ?? [];
  const fetched = comments.length;
  const [seen, setSeen] = useState<Seen>();
  const isSeen = seen !== undefined && seen.targetId === targetId;

  useEffect(() => {
    if (!data || isSeen) {
      return;
    }
    if (arrived <= fetched) {
      setSeen({ targetId, count: fetched });
      return;
    }
    // nothing of this point has been read yet, so what arrived while we were away is fetched at
    // once; what is not among the fetched even then was taken back by its writer
    let isCurrent = true;
    void refetch().then(({ data: fresh }) => {
      const now = fresh?.filter((comment) => comment.target_id === targetId).length ?? 0;
      if (isCurrent) {
        setSeen({ targetId, count: Math.max(arrived, now) });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [data, isSeen, targetId, arrived, fetched, refetch]);

  const show = useCallback(async () => {
    const takenBack = isSeen ? Math.max(0, seen.count - fetched) : 0;
    const { data: fresh } = await refetch();
    const now = fresh?.filter((comment) => comment.target_id === targetId).length ?? 0;
    // an own comment is often fetched before the log tells of it
    setSeen({ targetId, count: Math.max(arrived, now + takenBack) });
  }, [refetch, targetId, arrived, fetched, isSeen, seen]);

  return { comments, waiting: isSeen ? Math.max(0, arrived - seen.count) : 0, show };
}

interface ArrivalsProps {
  comments: readonly MeetingComment[];
  /** How many have arrived and are not shown yet. */
  waiting: number;
  onShow: () => unknown;
  /** A key's name, for those who have one. */
  hotkey?: ReactNode;
  /** What can be done with a comment, after its words. */
  action?: (comment: MeetingComment) => ReactNode;
}

/** Comments that do not move under the reader: new ones are counted and shown on request. */
export function Arrivals({ comments, waiting, onShow, hotkey, action }: ArrivalsProps) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.arrivals}>
      <div role="status" className={classes.maybe}>
        {waiting > 0 && (
          <Button
            variant="default"
            className={classes.tinted ?? ''}
            fullWidth
            onClick={onShow}
            rightSection={hotkey}
          >
            {t('comments.new', { count: waiting })}
          </Button>
        )}
      </div>
      {comments.length === 0 && waiting === 0 && (
        <p className={classes.quiet}>{t('comments.none')}</p>
      )}
      <ul className={classes.comments} aria-label={t('comments.title')}>
        {[...comments].reverse().map((comment) => (
          <li key={comment.id}>
            <div className={classes.author}>
              <strong>{comment.name}</strong>
              {comment.stance && <StanceMark stance={comment.stance} />}
            </div>
            {comment.quote && <blockquote className={classes.quote}>{comment.quote}</blockquote>}
            <p className={classes.words}>{comment.text}</p>
            {action?.(comment)}
          </li>
        ))}
      </ul>
    </div>
  );
}
