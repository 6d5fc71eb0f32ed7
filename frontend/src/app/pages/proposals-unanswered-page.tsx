import { Anchor } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { UnansweredList } from '@/features/refinement/components/unanswered-list';
import { unansweredQuery } from '@/features/refinement/queries';
import { studyQuery } from '@/features/studies/queries';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { DocumentPlace } from './document-place';
import { useGroupMark } from './group-mark-of';

const route = getRouteApi('/signed-in/studies/$studyId/proposals/unanswered');

/** Words of the panel that are neither cited nor considered, to be answered one by one. */
export function ProposalsUnansweredPage() {
  const { t } = useTranslation('refinement');
  const { studyId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: page } = useSuspenseQuery(unansweredQuery(studyId));
  const groupName = useGroupMark(studyId);
  return (
    <>
      <PageHeader title={t('unanswered.title')} lead={t('unanswered.lead')} />
      {page.words.length === 0 ? (
        <EmptyState
          title={t('unanswered.none')}
          action={
            <Anchor component={Link} to={`/studies/${studyId}/proposals`}>
              {t('unanswered.back')}
            </Anchor>
          }
        >
          {t('unanswered.noneHow')}
        </EmptyState>
      ) : (
        <UnansweredList
          studyId={studyId}
          words={page.words}
          canAnswer={study.permissions.includes('proposal:decide')}
          groupName={groupName}
          place={(words, title) => (
            <DocumentPlace
              studyId={studyId}
              documentId={words.document_id}
              segmentId={words.segment_id}
            >
              {title}
            </DocumentPlace>
          )}
        />
      )}
      {page.total > page.words.length && (
        <p>{t('unanswered.shown', { shown: page.words.length, total: page.total })}</p>
      )}
    </>
  );
}
