import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/ui/page-title';
import { ProgressWords } from '@/ui/progress-words';
import { SavedState } from '@/ui/saved-state';
import type { MyRound } from '../queries';
import { type Given, stateOfAll } from '../round-answers';
import type { useRoundAnswers } from '../use-round-answers';
import { QuestionField } from './question-field';
import classes from './rounds.module.css';

interface AnswerItemProps {
  round: MyRound;
  /** Which item, from 0. */
  place: number;
  answers: ReturnType<typeof useRoundAnswers>;
  /** The mechanism version as a card, or nothing for a statement. */
  card: ReactNode;
  /** Where one comments on the whole or on selected words. */
  comments: ReactNode;
  onBack: () => void;
  onNext: () => void;
}

/** One thing at a time: what it is, what is asked about it, and the way on. */
export function AnswerItem({ round, place, answers, card, comments, ...go }: AnswerItemProps) {
  const { t } = useTranslation('rounds');
  const item = round.items[place];
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
  if (!item) {
    return null;
  }
  const state = stateOfAll(answers.snapshot);
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
      </div>
      {item.version ? (
        card
      ) : (
        <blockquote className={classes.statement}>{item.statement}</blockquote>
      )}
      {item.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          given={answers.answerTo(question.id)}
          onGive={(given: Given) => answers.give(question.id, given)}
          refusal={answers.snapshot.refusals[question.id]}
        />
      ))}
      {comments}
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
