import { useTranslation } from 'react-i18next';
import type { MyRound } from '../queries';
import type { Voted } from '../statement-stream';
import type { useRoundAnswers } from '../use-round-answers';
import { AnswerNotes } from './answer-notes';
import rounds from './rounds.module.css';
import classes from './statements.module.css';
import { VoteButtons } from './vote-buttons';

interface StatementVotesProps {
  round: MyRound;
  statements: readonly Voted[];
  answers: ReturnType<typeof useRoundAnswers>;
  isOpen: boolean;
}

/** All my votes in one list, each of which can be changed until the close. */
export function StatementVotes({ round, statements, answers, isOpen }: StatementVotesProps) {
  const { t } = useTranslation('rounds');
  const voted = statements.flatMap((statement) => {
    const vote = answers.answerTo(statement.questionId)?.vote;
    return vote ? [{ ...statement, vote }] : [];
  });
  return (
    <details className={rounds.more}>
      <summary>{t('statements.mine')}</summary>
      {voted.length === 0 && <p>{t('statements.mineNone')}</p>}
      <ul className={classes.list}>
        {voted.map(({ id, text, questionId, vote }) => (
          <li key={id} className={rounds.card}>
            <p className={classes.words}>{text}</p>
            <VoteButtons
              legend={t('statements.voteOn', { statement: text })}
              value={vote}
              isDisabled={!isOpen}
              onChange={(changed) => answers.give(questionId, { vote: changed })}
            />
            {round.items
              .flatMap(({ questions }) => questions)
              .filter((question) => question.id === questionId)
              .map((question) => (
                <AnswerNotes
                  key={question.id}
                  round={round}
                  question={question}
                  answers={answers}
                />
              ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
