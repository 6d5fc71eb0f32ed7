import type { ReactNode } from 'react';
import type { MyRound, RoundItem } from '../queries';
import type { Given } from '../round-answers';
import type { useRoundAnswers } from '../use-round-answers';
import { AnswerNotes } from './answer-notes';
import { CarriedResults } from './carried-results';
import { ItemSubject } from './item-subject';
import { LiveResult } from './live-result';
import { QuestionField } from './question-field';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

interface ItemBodyProps {
  studyId: string;
  round: MyRound;
  item: RoundItem;
  answers: ReturnType<typeof useRoundAnswers>;
  groups: readonly ResultGroup[];
  /** The mechanism version as a card, or nothing for a statement. */
  card: ReactNode;
  /** Where one comments on the whole or on selected words. */
  comments: ReactNode;
}

/** An item, what came of it before, and what is asked about it. */
export function ItemBody({ studyId, round, item, answers, groups, ...slots }: ItemBodyProps) {
  const carried = round.carried.find(({ item_id }) => item_id === item.id);
  const others = round.mechanisms.filter(
    ({ mechanism_id }) => mechanism_id !== item.version?.mechanism_id,
  );
  return (
    <>
      <ItemSubject item={item} />
      {item.version ? (
        slots.card
      ) : (
        <blockquote className={classes.statement}>{item.statement}</blockquote>
      )}
      {carried && <CarriedResults carried={carried} groups={groups} />}
      {item.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          others={others}
          before={
            carried?.questions.find(({ question_id }) => question_id === question.id)?.result.mine
          }
          given={answers.answerTo(question.id)}
          onGive={(given: Given) => answers.give(question.id, given)}
          refusal={answers.snapshot.refusals[question.id]}
          notes={<AnswerNotes round={round} question={question} answers={answers} />}
        />
      ))}
      {round.is_real_time && (
        <LiveResult
          studyId={studyId}
          roundId={round.id}
          itemId={item.id}
          // what the server holds: only then does it show anything
          saved={round.answers.filter(({ question_id }) =>
            item.questions.some(({ id }) => id === question_id),
          )}
          groups={groups}
        />
      )}
      {slots.comments}
    </>
  );
}
