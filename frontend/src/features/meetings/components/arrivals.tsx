import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StanceMark } from '@/ui/marks/stance-mark';
import { type MeetingComment, meetingCommentsQuery, type Place } from '../queries';
import classes from './session.module.css';

/** The comments on a point: what has been fetched, and how many have arrived since. */
export function useArrivals(place: Place, targetId: string | undefined, arrived: number) {
  const { data, refetch } = useQuery(meetingCommentsQuery(place));
  const [seen, setSeen] = useState({ targetId, count: arrived });

  // another point is on show: its comments are all fetched with it
  useEffect(() => {
    setSeen((before) => (before.targetId === targetId ? before : { targetId, count: arrived }));
  }, [targetId, arrived]);

  const show = useCallback(() => {
    setSeen({ targetId, count: arrived });
    return refetch();
  }, [refetch, targetId, arrived]);

  return {
    comments: data?.filter((comment) => comment.target_id === targetId) ?? [],
    waiting: seen.targetId === targetId ? Math.max(0, arrived - seen.count) : 0,
    show,
  };
}

interface ArrivalsProps {
  comments: readonly MeetingComment[];
  /** How many have arrived and are not shown yet. */
  waiting: number;
  onShow: () => void;
  /** A key's name, for those who have one. */
  hotkey?: ReactNode;
}

/** Comments that do not move under the reader: new ones are counted and shown on request. */
export function Arrivals({ comments, waiting, onShow, hotkey }: ArrivalsProps) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.arrivals}>
      <div role="status">
        {waiting > 0 && (
          <Button variant="light" fullWidth onClick={onShow} rightSection={hotkey}>
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
          </li>
        ))}
      </ul>
    </div>
  );
}
