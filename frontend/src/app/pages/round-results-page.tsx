import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RoundTogether } from '@/features/carrying/components/round-together';
import { CommentList } from '@/features/comments/components/comment-list';
import { commentsQuery } from '@/features/comments/queries';
import { ChangesTable } from '@/features/rounds/components/changes-table';
import { FeedbackForm } from '@/features/rounds/components/feedback-form';
import { FindingForm } from '@/features/rounds/components/finding-form';
import { ResultDocuments } from '@/features/rounds/components/result-documents';
import { RoundResults } from '@/features/rounds/components/round-results';
import { resultsQuery } from '@/features/rounds/queries';
import { comparisonQuery } from '@/features/rounds/results-queries';
import { studyQuery } from '@/features/studies/queries';
import { CommentStanding } from '@/ui/marks/comment-standing';
import { GroupMark } from '@/ui/marks/group-mark';
import { Moment } from '@/ui/moment';
import { PageHeader } from '@/ui/page-header';
import { OpinionsLink } from './round-statement-links';

const route = getRouteApi('/signed-in/studies/$studyId/rounds/$roundId/results');

/** What came of a round, for the team, with the comments made in it. */
export function RoundResultsPage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: results } = useSuspenseQuery(resultsQuery(studyId, roundId));
  const { data: comparison } = useQuery(comparisonQuery(studyId, roundId));
  const { data: comments = [] } = useQuery(commentsQuery(studyId, { place_id: roundId }));
  return (
    <>
      <PageHeader
        title={t('results.of', { title: results.title })}
        lead={
          <>
            {t('results.lead', { ...results.turnout })}{' '}
            {results.ended_at && <Moment at={results.ended_at} style="long" />}.
          </>
        }
      />
      <ResultDocuments studyId={studyId} roundId={roundId} isTeam />
      {results.turnout.late > 0 && <p>{t('results.late', { count: results.turnout.late })}</p>}
      {results.turnout.kept_aside > 0 && (
        <p>{t('results.keptAside', { count: results.turnout.kept_aside })}</p>
      )}
      <OpinionsLink results={results} to={`/studies/${studyId}/rounds/${roundId}/opinions`} />
      <RoundResults
        results={results}
        groups={study.groups}
        isPanel={false}
        renderForm={(item) =>
          study.permissions.includes('round:build') && (
            <FindingForm studyId={studyId} roundId={roundId} item={item} />
          )
        }
        renderComments={(item) => {
          const about = comments.filter(
            ({ target_id, withdrawn_at }) =>
              !withdrawn_at && (target_id === item.version?.id || target_id === item.id),
          );
          return (
            about.length > 0 && (
              <>
                <h3>{t('results.comments')}</h3>
                <CommentList
                  studyId={studyId}
                  comments={about}
                  canChange={false}
                  isCompact
                  fate={({ moderation }) =>
                    moderation && <CommentStanding moderation={moderation} />
                  }
                  group={(groupId) => {
                    const group = study.groups.find(({ id }) => id === groupId);
                    return group && <GroupMark position={group.position} name={group.name} />;
                  }}
                />
              </>
            )
          );
        }}
      />
      <RoundTogether studyId={studyId} roundId={roundId} groups={study.groups} />
      {comparison && (
        <ChangesTable comparison={comparison} results={results} groups={study.groups} />
      )}
      {study.permissions.includes('round:run') && (
        <FeedbackForm studyId={studyId} results={results} />
      )}
    </>
  );
}
