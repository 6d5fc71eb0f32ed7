import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import { PageHeader } from '@/ui/page-header';
import { ProblemNotice } from '@/ui/problem-notice';
import { SavedState } from '@/ui/saved-state';
import { nameOf } from '../item-name';
import type { MyRound, Question, RoundItem } from '../queries';
import { isAnswered, stateOfAll } from '../round-answers';
import { useAnswerWords } from '../use-answer-words';
import type { useRoundAnswers } from '../use-round-answers';
import { AnswerNotes } from './answer-notes';
import classes from './rounds.module.css';

interface AnswerReviewProps {
  round: MyRound;
  answers: ReturnType<typeof useRoundAnswers>;
  onChange: (place: number) => void;
  /** Where one can have the answers mailed to oneself. */
  copy?: ReactNode;
  /** Finishes at the server; rejects when it could not. */
  onFinish: () => Promise<unknown>;
}

/** All my answers on one page, each a press away from being changed, and the end. */
export function AnswerReview({ round, answers, copy, onChange, onFinish }: AnswerReviewProps) {
  const { t } = useTranslation('rounds');
  const [problem, setProblem] = useState<unknown>();
  const [isWaiting, setWaiting] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const questions = round.items.flatMap((item) => item.questions);
  const isOpen = (item: RoundItem) =>
    item.questions.every(({ id }) => !isAnswered(answers.answerTo(id)));
  const missing = questions.filter((question) => !isAnswered(answers.answerTo(question.id))).length;
  const finish = async () => {
    setBusy(true);
    setProblem(undefined);
    const hasArrived = await answers.flush();
    setWaiting(!hasArrived);
    if (hasArrived) {
      await onFinish().catch(setProblem);
    }
    setBusy(false);
  };
  return (
    <>
      <PageHeader title={t('review.title')} lead={t('review.lead')} />
      <SavedState state={stateOfAll(answers.snapshot)} />
      {round.items.map((item, place) => (
        <div key={item.id} className={classes.reviewed}>
          <div>
            <div>{nameOf(item)}</div>
            {item.questions.map((question) => (
              <ReviewedAnswer
                key={question.id}
                round={round}
                question={question}
                answers={answers}
              />
            ))}
          </div>
          {!round.ended_at && (
            <Button
              variant="default"
              aria-label={t(isOpen(item) ? 'review.answerOf' : 'review.changeOf', {
                item: nameOf(item),
              })}
              onClick={() => onChange(place)}
            >
              {t(isOpen(item) ? 'review.answer' : 'review.change')}
            </Button>
          )}
        </div>
      ))}
      {!round.ended_at && missing > 0 && <p>{t('review.missing', { count: missing })}</p>}
      {isWaiting && (
        <p className={classes.note} role="alert">
          {t('review.waiting')}
        </p>
      )}
      {problem !== undefined && <ProblemNotice error={problem} />}
      {!round.ended_at && (
        <>
          <Button size="lg" mt="lg" loading={isBusy} onClick={() => void finish()}>
            {t('review.finish')}
          </Button>
          {round.closes_at && (
            <p>
              {t('review.until')} <Moment at={round.closes_at} style="long" />.
            </p>
          )}
        </>
      )}
      {copy}
    </>
  );
}

interface ReviewedAnswerProps {
  round: MyRound;
  question: Question;
  answers: ReturnType<typeof useRoundAnswers>;
}

function ReviewedAnswer({ round, question, answers }: ReviewedAnswerProps) {
  const { t } = useTranslation('rounds');
  const words = useAnswerWords(question, round.mechanisms)(answers.answerTo(question.id));
  const refusal = answers.snapshot.refusals[question.id];
  return (
    <>
      <p className={classes.notGiven}>{question.prompt}</p>
      <p className={words ? classes.given : classes.notGiven}>{words || t('review.notAnswered')}</p>
      {refusal && <p className={classes.note}>{t('answer.refused', { reason: refusal })}</p>}
      <AnswerNotes round={round} question={question} answers={answers} />
    </>
  );
}
