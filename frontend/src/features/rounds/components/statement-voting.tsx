import { Button } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { IconArrowForwardUp, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedState } from '@/ui/saved-state';
import { stateOfAll } from '../round-answers';
import type { useStatementStream, Voted } from '../statement-stream';
import type { useRoundAnswers } from '../use-round-answers';
import classes from './statements.module.css';
import type { Vote } from './vote-buttons';

const VOTES = [
  { vote: 'agree', icon: IconCheck },
  { vote: 'disagree', icon: IconX },
  { vote: 'pass', icon: IconArrowForwardUp },
] as const;

interface StatementVotingProps {
  current: Voted;
  isMine: boolean;
  stream: ReturnType<typeof useStatementStream>;
  answers: ReturnType<typeof useRoundAnswers>;
  place: { done: number; total: number };
}

/** One statement, three large targets; a vote leads to the next one, and the last can be changed. */
export function StatementVoting({ current, isMine, stream, answers, place }: StatementVotingProps) {
  const { t } = useTranslation('rounds');
  const statement = useRef<HTMLQuoteElement>(null);
  const shown = useRef(current.id);
  useEffect(() => {
    if (shown.current !== current.id) {
      shown.current = current.id;
      statement.current?.focus();
    }
  }, [current.id]);
  const given = answers.answerTo(current.questionId)?.vote ?? null;
  const refusal = answers.snapshot.refusals[current.questionId];
  const state = stateOfAll(answers.snapshot);
  const cast = (vote: Vote) => {
    answers.give(current.questionId, { vote });
    stream.goOn();
  };
  const { last } = stream;
  return (
    <fieldset
      className={classes.voting}
      // only here, so that a letter typed elsewhere is never a vote
      onKeyDown={getHotkeyHandler([
        ['a', () => cast('agree')],
        ['d', () => cast('disagree')],
        ['p', () => cast('pass')],
      ])}
    >
      <legend className={classes.place}>{t('statements.place', place)}</legend>
      <blockquote ref={statement} tabIndex={-1} className={classes.statement}>
        {current.text}
      </blockquote>
      {isMine && <p className={classes.quiet}>{t('statements.byYou')}</p>}
      <div className={classes.votes}>
        {VOTES.map(({ vote, icon: Icon }) => (
          <button
            key={vote}
            type="button"
            className={classes.vote}
            aria-pressed={given === vote}
            onClick={() => cast(vote)}
          >
            <Icon size={22} aria-hidden />
            {t(`answer.${vote}`)}
          </button>
        ))}
      </div>
      <p className={classes.keys}>{t('statements.keys')}</p>
      {refusal && <p className={classes.note}>{t('answer.refused', { reason: refusal })}</p>}
      {state === 'kept' && <p className={classes.note}>{t('statements.offline')}</p>}
      <div className={classes.below}>
        <SavedState state={state} />
        {last && (
          <Button variant="subtle" onClick={() => stream.show(last.id)}>
            {t('statements.before')}
          </Button>
        )}
        {stream.canSkip && (
          <Button variant="subtle" onClick={stream.skip}>
            {t('statements.skip')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
