import { Anchor, Button } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { StatementVotes } from '@/features/rounds/components/statement-votes';
import { StatementVoting } from '@/features/rounds/components/statement-voting';
import { StatementWriting } from '@/features/rounds/components/statement-writing';
import { StatementWritten } from '@/features/rounds/components/statement-written';
import { answeringQuery } from '@/features/rounds/queries';
import { myStatementsQuery } from '@/features/rounds/statement-queries';
import { useStatementStream, votedStatements } from '@/features/rounds/statement-stream';
import { useRoundAnswers } from '@/features/rounds/use-round-answers';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/panel/$studyId/rounds/$roundId/statements');

/** The statements of a round for somebody who was asked: voting, my votes, and my own statements. */
export function RoundStatementsPage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const { membership } = route.useRouteContext();
  const queries = useQueryClient();
  const { data: round } = useSuspenseQuery(answeringQuery(studyId, roundId));
  const { data: mine } = useSuspenseQuery(myStatementsQuery(studyId, roundId));
  const answers = useRoundAnswers(studyId, round, membership.member_id);
  const statements = votedStatements(round);
  const isVoted = ({ questionId }: { questionId: string }) =>
    answers.answerTo(questionId) !== undefined;
  const stream = useStatementStream(statements, mine.queue, isVoted);
  const isNew = mine.queue.some((id) => !statements.some((statement) => statement.id === id));
  useEffect(() => {
    if (isNew) {
      void queries.invalidateQueries({ queryKey: answeringQuery(studyId, roundId).queryKey });
    }
  }, [isNew, queries, studyId, roundId]);
  const isOpen = !round.ended_at;
  const { current } = stream;
  return (
    <>
      <PageHeader title={t('statements.title')} lead={isOpen && t('statements.lead')} />
      {isOpen && current && (
        <StatementVoting
          current={current}
          isMine={mine.written.some(({ item_id }) => item_id === current.id)}
          stream={stream}
          answers={answers}
          place={{ done: statements.filter(isVoted).length, total: statements.length }}
        />
      )}
      {!isOpen && (
        <EmptyState title={t('statements.closed')}>{t('statements.closedWords')}</EmptyState>
      )}
      {isOpen && !current && (
        <EmptyState title={t(statements.length > 0 ? 'statements.all' : 'statements.none')}>
          {t(statements.length > 0 ? 'statements.allWords' : 'statements.noneWords')}{' '}
          {mine.takes_statements && statements.length > 0 && t('statements.allLater')}
        </EmptyState>
      )}
      {mine.has_opinions && (
        <Button component={Link} to={`/panel/${studyId}/rounds/${roundId}/opinions`}>
          {t('statements.opinions')}
        </Button>
      )}
      <StatementVotes round={round} statements={statements} answers={answers} isOpen={isOpen} />
      {mine.takes_statements && (
        <StatementWriting
          studyId={studyId}
          mine={mine}
          onVoteOn={(itemId) => {
            stream.show(itemId);
            window.scrollTo({ top: 0 });
          }}
        />
      )}
      <StatementWritten studyId={studyId} mine={mine} />
      <p>
        <Anchor component={Link} to={`/panel/${studyId}/rounds/${roundId}`}>
          {t('statements.round')}
        </Anchor>
      </p>
    </>
  );
}
