import { useTranslation } from 'react-i18next';
import { longDay } from '@/lib/dates';
import type { MyRound, Question } from '../queries';
import { useAnswerWords } from '../use-answer-words';
import type { useRoundAnswers } from '../use-round-answers';
import classes from './rounds.module.css';

interface AnswerNotesProps {
  round: MyRound;
  question: Question;
  answers: ReturnType<typeof useRoundAnswers>;
}

/** What a person should know of an answer: entered for them, given twice, or given too late. */
export function AnswerNotes({ round, question, answers }: AnswerNotesProps) {
  const { t } = useTranslation('rounds');
  const words = useAnswerWords(question, round.mechanisms);
  const { given, told } = answers.snapshot;
  const what = told[question.id];
  const held = round.answers.find(({ question_id }) => question_id === question.id);
  const late = round.late.find(({ question_id }) => question_id === question.id);
  const how = given[question.id] ? '' : held?.entered_how;
  return (
    <div role="status">
      {how && (
        <p className={classes.hint}>
          {t(held?.given_on ? 'answer.enteredOn' : 'answer.entered', {
            how: t(`answer.enteredHow.${how as 'paper'}`),
            day: held?.given_on && longDay(held.given_on, 'UTC'),
          })}
        </p>
      )}
      {what && (
        <p className={classes.note}>
          {t(`answer.told.${what.kind}`)}
          {what.kind === 'stands' && <> {t('answer.gaveHere', { answer: words(what.given) })}</>}
        </p>
      )}
      {late && <p className={classes.note}>{t('answer.late', { answer: words(late) })}</p>}
    </div>
  );
}
