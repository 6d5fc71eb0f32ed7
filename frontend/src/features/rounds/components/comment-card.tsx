import { Button, Group } from '@mantine/core';
import { getHotkeyHandler, type HotkeyItem } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import type { ModeratedComment, Withholding } from '../comment-queries';
import { CommentWords } from './comment-words';
import classes from './comments.module.css';
import { ModerationEditing, ModerationRefusal } from './moderation-forms';
import type { ResultGroup } from './round-results';

const LONGEST = 10_000;
const REASONS = [
  'names_somebody',
  'hurtful',
  'off_topic',
  'unclear',
  'said_already',
  'other',
] as const satisfies readonly Withholding[];

export type CommentDecision = Omit<
  components['schemas']['CommentDecisionIn'],
  'seen_standing' | 'seen_words'
>;

interface CommentCardProps {
  comment: ModeratedComment;
  groups: readonly ResultGroup[];
  isPending: boolean;
  onDecide: (decision: CommentDecision) => void;
  /** Goes to the next comment, or to the one before. */
  onMove: (step: 1 | -1) => void;
}

/** A comment as the panel would read it, and what a moderator can do with it, by button or key. */
export function CommentCard({ comment, groups, isPending, ...does }: CommentCardProps) {
  const { t } = useTranslation('rounds');
  const { t: tell } = useTranslation('ui');
  const card = useRef<HTMLLIElement>(null);
  const [doing, setDoing] = useState<'withhold' | 'reword'>();
  const { onDecide, onMove } = does;
  const { standing, words } = comment;
  const about = { comment: words };
  const isReworded = standing === 'released' && words !== comment.text;
  const release = () => {
    // as it is written: also what was released in other words, or withheld
    if (standing !== 'released' || isReworded) {
      onDecide({ standing: 'released' });
    }
  };
  const leave = () => {
    setDoing(undefined);
    card.current?.focus();
  };
  const moves: HotkeyItem[] = [
    ['j', () => onMove(1)],
    ['k', () => onMove(-1)],
  ];
  const decisions: HotkeyItem[] = [
    ['r', release],
    ['e', () => setDoing('reword')],
    ['w', () => standing !== 'withheld' && setDoing('withhold')],
  ];
  const keys = comment.is_open && !isPending ? [...moves, ...decisions] : moves;
  return (
    <li
      ref={card}
      id={`comment-${comment.id}`}
      data-comment
      tabIndex={-1}
      className={classes.card}
      // only on the card that has the focus, so that a letter typed elsewhere decides nothing
      onKeyDown={doing ? undefined : getHotkeyHandler(keys)}
    >
      <CommentWords
        comment={{ ...comment, is_mine: false }}
        words={words}
        groups={groups}
        mark={<Standing comment={comment} />}
      />
      {isReworded && <p className={classes.quiet}>{t('said.own', { words: comment.text })}</p>}
      {comment.withheld_for && (
        <p className={classes.quiet}>
          {tell(`comment.why.${comment.withheld_for}`)} {comment.reason}
        </p>
      )}
      {comment.is_mine && <p className={classes.quiet}>{t('said.yours')}</p>}
      {doing === 'reword' && (
        <ModerationEditing
          text={words}
          longest={LONGEST}
          action={t('said.releaseChanged')}
          isPending={isPending}
          onLeave={leave}
          onKeep={(changed) => onDecide({ standing: 'released', words: changed })}
        />
      )}
      {doing === 'withhold' && (
        <ModerationRefusal
          reasons={REASONS.map((value) => ({ value, label: tell(`comment.why.${value}`) }))}
          label={t('said.reason')}
          action={t('said.withholdIt')}
          isPending={isPending}
          onLeave={leave}
          onRefuse={(withheld_for, reason) =>
            onDecide({ standing: 'withheld', withheld_for, reason })
          }
        />
      )}
      {comment.is_open && !doing && (
        <Group gap="xs" mt="sm">
          {(standing !== 'released' || isReworded) && (
            <Button
              size="xs"
              variant={standing === 'waiting' ? 'filled' : 'default'}
              aria-label={t(isReworded ? 'said.releaseOwnOf' : 'said.releaseOf', about)}
              disabled={isPending}
              onClick={release}
            >
              {t(isReworded ? 'said.releaseOwn' : 'said.release')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            aria-label={t('said.rewordOf', about)}
            onClick={() => setDoing('reword')}
          >
            {t('said.reword')}
          </Button>
          {standing !== 'withheld' && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('said.withholdOf', about)}
              onClick={() => setDoing('withhold')}
            >
              {t('said.withhold')}
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}

function Standing({ comment }: { comment: ModeratedComment }) {
  const { t } = useTranslation('rounds');
  const standing = t(`said.standing.${comment.standing}`);
  return (
    <span>
      {comment.decided_by ? t('said.by', { standing, name: comment.decided_by }) : standing}
    </span>
  );
}
