import { Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommentList } from '@/features/comments/components/comment-list';
import { commentsQuery } from '@/features/comments/queries';
import { ResultDocuments } from '@/features/rounds/components/result-documents';
import { RoundResults } from '@/features/rounds/components/round-results';
import { resultsQuery } from '@/features/rounds/queries';
import { studyQuery } from '@/features/studies/queries';
import { CommentStanding } from '@/ui/marks/comment-standing';
import { Moment } from '@/ui/moment';
import { PageHeader } from '@/ui/page-header';
import { OpinionsLink } from './round-statement-links';

const route = getRouteApi('/signed-in/panel/$studyId/rounds/$roundId/results');

/** What came of a round, for those who were asked. */
export function RoundOutcomePage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: results } = useSuspenseQuery(resultsQuery(studyId, roundId));
  const { data: comments = [] } = useQuery(commentsQuery(studyId, { place_id: roundId }));
  const own = comments.filter(({ is_mine, withdrawn_at }) => is_mine && !withdrawn_at);
  return (
    <>
      <PageHeader
        title={
          results.feedback_at
            ? `${t('feedback.thanks')}: ${results.title}`
            : t('results.of', { title: results.title })
        }
        lead={
          <>
            {t('results.lead', { ...results.turnout })}{' '}
            {results.ended_at && <Moment at={results.ended_at} style="long" />}.
          </>
        }
      />
      <OpinionsLink results={results} to={`/panel/${studyId}/rounds/${roundId}/opinions`} />
      <RoundResults
        results={results}
        groups={study.groups}
        isPanel
        renderComments={(item) => {
          const about = own.filter(
            ({ target_id }) => target_id === item.version?.id || target_id === item.id,
          );
          return (
            about.length > 0 && (
              <>
                <Title order={3} size="h4" mt="md" mb="xs">
                  {t('comment.own')}
                </Title>
                <CommentList
                  studyId={studyId}
                  comments={about}
                  fate={({ moderation }) =>
                    moderation && <CommentStanding moderation={moderation} />
                  }
                />
              </>
            )
          );
        }}
      />
      {results.feedback_words && (
        <section aria-labelledby="next">
          <h2 id="next">{t('feedback.whatNext')}</h2>
          <p>{results.feedback_words}</p>
        </section>
      )}
      <ResultDocuments studyId={studyId} roundId={roundId} isTeam={false} />
    </>
  );
}
