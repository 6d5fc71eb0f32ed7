import { Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import { ProblemNotice } from '@/ui/problem-notice';
import { type ModerationQueue as Queue, useModerate } from '../statement-queries';
import { type Decide, ModerationCard } from './moderation-card';
import rounds from './rounds.module.css';
import classes from './statements.module.css';

interface ModerationQueueProps {
  studyId: string;
  queue: Queue;
}

/** What waits, the longest first, and what has been decided. */
export function ModerationQueue({ studyId, queue }: ModerationQueueProps) {
  const { t } = useTranslation('rounds');
  const moderate = useModerate(studyId, queue.id);
  const waiting = queue.statements.filter(({ standing }) => standing === 'waiting');
  const decided = queue.statements.filter(({ standing }) => standing !== 'waiting');
  const list = useRef<HTMLDivElement>(null);
  const [justDecided, setJustDecided] = useState<string>();

  useEffect(() => {
    if (justDecided) {
      // on to what waits, else to where the statement stands now
      const next = list.current?.querySelector<HTMLElement>('[data-standing="waiting"]');
      (next ?? document.getElementById(`statement-${justDecided}`))?.focus();
      setJustDecided(undefined);
    }
  }, [justDecided]);

  const decide: Decide = (statement, decision) =>
    moderate.mutate(
      {
        itemId: statement.item_id,
        body: {
          ...decision,
          seen_standing: statement.standing,
          seen_text: statement.text,
        },
      },
      { onSuccess: () => setJustDecided(statement.item_id) },
    );
  const cards = (statements: Queue['statements']) => (
    <ul className={classes.list}>
      {statements.map((statement) => (
        <ModerationCard
          // a decision taken here or elsewhere begins the card afresh
          key={`${statement.item_id} ${statement.standing} ${statement.text}`}
          statement={statement}
          longest={queue.longest}
          isClosed={queue.ended_at !== null}
          isPending={moderate.isPending}
          onDecide={decide}
        />
      ))}
    </ul>
  );
  return (
    <div ref={list} className={rounds.narrow}>
      {queue.policy && (
        <p>
          <strong>{t('statements.moderate.policy')}:</strong> {queue.policy}
        </p>
      )}
      {queue.ended_at && <p className={rounds.note}>{t('statements.moderate.ended')}</p>}
      {moderate.error && <ProblemNotice error={moderate.error} />}
      {waiting.length > 0 ? (
        <section>
          <Title order={2}>{t('statements.moderate.waiting', { count: waiting.length })}</Title>
          {cards(waiting)}
        </section>
      ) : (
        <EmptyState title={t('statements.moderate.waitingNone')}>
          {t('statements.moderate.waitingNoneWords')}
        </EmptyState>
      )}
      {decided.length > 0 && (
        <section className={rounds.section}>
          <Title order={2}>{t('statements.moderate.decided')}</Title>
          {cards(decided)}
        </section>
      )}
    </div>
  );
}
