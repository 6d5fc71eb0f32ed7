import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { commentQueueQuery } from '@/features/rounds/comment-queries';
import { CommentModeration } from '@/features/rounds/components/comment-moderation';
import { studyQuery } from '@/features/studies/queries';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/rounds/$roundId/comments');

/** What was said in a round, for those who decide what the panel reads of it. */
export function RoundCommentsPage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: queue } = useSuspenseQuery(commentQueueQuery(studyId, roundId));
  return (
    <>
      <PageHeader title={t('said.moderate')} lead={t('said.lead')} />
      <CommentModeration
        studyId={studyId}
        queue={queue}
        groups={study.groups}
        show={show}
        onShow={(wanted) => void navigate({ search: wanted ? { show: wanted } : {} })}
      />
    </>
  );
}
