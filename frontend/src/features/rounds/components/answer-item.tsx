import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/ui/page-title';
import { ProgressWords } from '@/ui/progress-words';
import { SavedState } from '@/ui/saved-state';
import type { MyRound } from '../queries';
import { countAnswered, stateOfAll } from '../round-answers';
import type { useRoundAnswers } from '../use-round-answers';
import classes from './rounds.module.css';

interface AnswerItemProps {
  round: MyRound;
  /** Which item, from 0. */
  place: number;
  answers: ReturnType<typeof useRoundAnswers>;
  /** The item itself, with what is asked about it. */
  children: ReactNode;
  onBack: () => void;
  onNext: () => void;
  onAll: () => void;
}

/** One thing at a time: what it is, what is asked about it, and the way on. */
export function AnswerItem({ round, place, answers, children, ...go }: AnswerItemProps) {
  const { t } = useTranslation('rounds');
  const beginning = useRef<HTMLDivElement>(null);
  const shown = useRef(place);
  usePageTitle(
    `${t('answer.place', { current: place + 1, total: round.items.length })} · ${round.title}`,
  );
  useEffect(() => {
    if (shown.current !== place) {
      shown.current = place;
      beginning.current?.focus();
      beginning.current?.scrollIntoView({ block: 'start' });
    }
  }, [place]);
  const found = stateOfAll(answers.snapshot);
  const isAnswerless = round.items[place]?.questions.every(({ id }) => !answers.answerTo(id));
  // what was saved was said about something else
  const state = found === 'saved' && isAnswerless ? 'untouched' : found;
  const secondsLeft = round.items.slice(place).reduce((sum, { seconds }) => sum + seconds, 0);
  return (
    <>
      <div ref={beginning} tabIndex={-1} className={classes.top}>
        <h1 className={classes.topTitle}>{round.title}</h1>
        <ProgressWords
          current={place + 1}
          total={round.items.length}
          minutesLeft={secondsLeft / 60}
        />
        <div className={classes.itemHead}>
          <span className={classes.hint}>
            {t('answer.answeredOf', countAnswered(round, answers.answerTo))}
          </span>
          <Button variant="subtle" size="compact-md" flex="none" onClick={go.onAll}>
            {t('answer.allAtOnce')}
          </Button>
        </div>
      </div>
      {children}
      {state === 'kept' && <p className={classes.note}>{t('answer.offline')}</p>}
      <div className={classes.bar}>
        <Button size="md" variant="default" onClick={go.onBack}>
          {t('answer.back')}
        </Button>
        <div className={classes.state}>
          {state === 'untouched' && t('answer.saves')}
          <SavedState state={state} />
        </div>
        <Button size="md" onClick={go.onNext}>
          {t(place + 1 < round.items.length ? 'answer.next' : 'answer.toReview')}
        </Button>
      </div>
    </>
  );
}
