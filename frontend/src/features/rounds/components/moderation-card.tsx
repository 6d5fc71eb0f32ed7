import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModeratedStatement, Refusal } from '../statement-queries';
import { ModerationEditing, ModerationRefusal } from './moderation-forms';
import rounds from './rounds.module.css';
import classes from './statements.module.css';

interface Decision {
  standing: 'shown' | 'refused';
  text?: string | null;
  refused_for?: Refusal | null;
  reason?: string;
}

const REFUSALS = [
  'said_already',
  'unclear',
  'several_ideas',
  'off_topic',
  'names_somebody',
  'hurtful',
  'other',
] as const satisfies readonly Refusal[];

export type Decide = (statement: ModeratedStatement, decision: Decision) => void;

interface ModerationCardProps {
  statement: ModeratedStatement;
  longest: number;
  isClosed: boolean;
  isPending: boolean;
  onDecide: Decide;
}

/** A statement of the panel with what is like it, and what a moderator can do with it. */
export function ModerationCard({ statement, onDecide, ...card }: ModerationCardProps) {
  const { t } = useTranslation('rounds');
  const [doing, setDoing] = useState<'refuse' | 'edit'>();
  const item = useRef<HTMLLIElement>(null);
  const { standing, text } = statement;
  const words = { statement: text };
  const leave = () => {
    setDoing(undefined);
    item.current?.focus();
  };
  return (
    <li
      ref={item}
      id={`statement-${statement.item_id}`}
      data-standing={standing}
      tabIndex={-1}
      className={rounds.card}
    >
      <p className={classes.words}>{text}</p>
      <p className={classes.quiet}>
        {statement.moderated_by
          ? t('statements.moderate.by', {
              standing: t(`statements.moderate.standing.${standing}`),
              name: statement.moderated_by,
            })
          : t(`statements.moderate.standing.${standing}`)}
        {statement.refused_for &&
          `. ${t(`statements.refused.${statement.refused_for}`)} ${statement.reason}`}
      </p>
      {statement.own_words && (
        <p className={classes.quiet}>
          {t('statements.moderate.own', { words: statement.own_words })}
        </p>
      )}
      {statement.alike.length > 0 && (
        <>
          <p>{t('statements.moderate.alike')}</p>
          <ul className={rounds.plain}>
            {statement.alike.map((other) => (
              <li key={other.item_id}>{other.text}</li>
            ))}
          </ul>
        </>
      )}
      {standing === 'shown' && statement.is_voted_on && <p>{t('statements.moderate.voted')}</p>}
      {doing === 'edit' && (
        <ModerationEditing
          text={text}
          longest={card.longest}
          action={t('statements.moderate.acceptChanged')}
          isPending={card.isPending}
          onLeave={leave}
          onKeep={(changed) => onDecide(statement, { standing: 'shown', text: changed })}
        />
      )}
      {doing === 'refuse' && (
        <ModerationRefusal
          reasons={REFUSALS.map((value) => ({ value, label: t(`statements.refused.${value}`) }))}
          label={t('statements.moderate.reason')}
          action={t('statements.moderate.confirm')}
          isPending={card.isPending}
          onLeave={leave}
          onRefuse={(refused_for, reason) =>
            onDecide(statement, { standing: 'refused', refused_for, reason })
          }
        />
      )}
      {!doing && !card.isClosed && (
        <Group gap="sm" mt="sm">
          {standing !== 'shown' && (
            <Button
              aria-label={t(
                standing === 'waiting'
                  ? 'statements.moderate.acceptOf'
                  : 'statements.moderate.letInOf',
                words,
              )}
              disabled={card.isPending}
              onClick={() => onDecide(statement, { standing: 'shown' })}
            >
              {t(
                standing === 'waiting' ? 'statements.moderate.accept' : 'statements.moderate.letIn',
              )}
            </Button>
          )}
          {standing !== 'refused' && (
            <Button
              variant="default"
              aria-label={t(
                standing === 'waiting'
                  ? 'statements.moderate.refuseOf'
                  : 'statements.moderate.takeOutOf',
                words,
              )}
              onClick={() => setDoing('refuse')}
            >
              {t(
                standing === 'waiting'
                  ? 'statements.moderate.refuse'
                  : 'statements.moderate.takeOut',
              )}
            </Button>
          )}
          {!statement.is_voted_on && (
            <Button
              variant="default"
              aria-label={t('statements.moderate.editOf', words)}
              onClick={() => setDoing('edit')}
            >
              {t('statements.moderate.edit')}
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}
