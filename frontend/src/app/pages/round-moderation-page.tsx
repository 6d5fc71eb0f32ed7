import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ModerationQueue } from '@/features/rounds/components/moderation-queue';
import { moderationQuery } from '@/features/rounds/statement-queries';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/rounds/$roundId/moderation');

/** What the panel wrote in a round, for its moderators. */
export function RoundModerationPage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const { data: queue } = useSuspenseQuery(moderationQuery(studyId, roundId));
  return (
    <>
      <PageHeader title={t('statements.moderate.title')} lead={t('statements.moderate.lead')} />
      <ModerationQueue studyId={studyId} queue={queue} />
    </>
  );
}
