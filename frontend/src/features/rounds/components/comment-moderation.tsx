import { Chip, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import { ProblemNotice } from '@/ui/problem-notice';
import {
  type CommentQueue,
  type CommentStanding,
  type ModeratedComment,
  useDecideAboutComment,
} from '../comment-queries';
import { CommentCard, type CommentDecision } from './comment-card';
import { CommentRelease } from './comment-release';
import classes from './comments.module.css';
import type { ResultGroup } from './round-results';
import rounds from './rounds.module.css';

const STANDINGS = ['waiting', 'released', 'withheld'] as const satisfies readonly CommentStanding[];

interface CommentModerationProps {
  studyId: string;
  queue: CommentQueue;
  groups: readonly ResultGroup[];
  /** Only those that stand so; nothing shows all. */
  show: CommentStanding | undefined;
  onShow: (show: CommentStanding | undefined) => void;
}

/** What was said in a round, item by item, and what was decided about it. */
export function CommentModeration({ studyId, queue, groups, ...rest }: CommentModerationProps) {
  const { t } = useTranslation('rounds');
  const decide = useDecideAboutComment(studyId, queue.id);
  const [next, setNext] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const all = queue.items.flatMap(({ comments }) => comments);

  useEffect(() => {
    if (next) {
      document.getElementById(`comment-${next}`)?.focus();
      setNext(undefined);
    }
  }, [next]);

  const act = (comment: ModeratedComment, decision: CommentDecision) =>
    decide.mutate(
      {
        commentId: comment.id,
        body: { ...decision, seen_standing: comment.standing, seen_words: comment.words },
      },
      { onSuccess: (now) => setNext(nextAfter(now, comment.id)) },
    );

  const move = (id: string, step: 1 | -1) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-comment]') ?? [])];
    cards[cards.findIndex((card) => card.id === `comment-${id}`) + step]?.focus();
  };

  if (all.length === 0) {
    return <EmptyState title={t('said.none')}>{t('said.noneWords')}</EmptyState>;
  }
  const shown = queue.items
    .map((item) => ({
      ...item,
      comments: item.comments.filter(({ standing }) => !rest.show || standing === rest.show),
    }))
    .filter(({ comments }) => comments.length > 0);
  return (
    <div className={rounds.narrow}>
      {queue.carried_into && (
        <p className={rounds.note}>{t('said.carried', { title: queue.carried_into })}</p>
      )}
      <div className={classes.filters}>
        <Chip.Group
          value={rest.show ?? 'all'}
          onChange={(value) => rest.onShow(STANDINGS.find((each) => each === value))}
        >
          <Group gap="xs" role="radiogroup" aria-label={t('said.show')}>
            <Chip value="all" size="sm" variant="outline">
              {t('said.all', { count: all.length })}
            </Chip>
            {STANDINGS.map((standing) => (
              <Chip key={standing} value={standing} size="sm" variant="outline">
                {t(`said.countOf.${standing}`, { count: queue[standing] })}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <CommentRelease studyId={studyId} queue={queue} />
      </div>
      {all.some(({ is_open }) => is_open) && (
        <p className={`${classes.quiet} ${classes.keys}`}>{t('said.keys')}</p>
      )}
      <p role="status" className={classes.quiet}>
        {queue.waiting > 0 ? t('said.left', { count: queue.waiting }) : t('said.leftNone')}
      </p>
      {decide.error && <ProblemNotice error={decide.error} />}
      {shown.length === 0 && <EmptyState title={t('said.noneHere')} />}
      <div ref={list}>
        {shown.map((item) => (
          <section
            key={item.item_id}
            className={classes.item}
            aria-labelledby={`said-${item.item_id}`}
          >
            <h2 id={`said-${item.item_id}`}>{item.title}</h2>
            <ul className={classes.list}>
              {item.comments.map((comment) => (
                <CommentCard
                  // a decision taken here or elsewhere begins the card afresh
                  key={`${comment.id} ${comment.standing} ${comment.words}`}
                  comment={comment}
                  groups={groups}
                  isPending={decide.isPending}
                  onDecide={(decision) => act(comment, decision)}
                  onMove={(step) => move(comment.id, step)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

/** The next comment that waits after one that was decided about, else that one itself. */
function nextAfter(queue: CommentQueue, id: string): string {
  const all = queue.items.flatMap(({ comments }) => comments);
  const place = all.findIndex((comment) => comment.id === id);
  const waits = [...all.slice(place + 1), ...all.slice(0, place)].find(
    ({ standing, is_open }) => standing === 'waiting' && is_open,
  );
  return waits?.id ?? id;
}
