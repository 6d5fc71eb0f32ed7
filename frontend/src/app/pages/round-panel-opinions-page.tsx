import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OpinionReading } from '@/features/rounds/components/opinion-reading';
import { opinionsQuery } from '@/features/rounds/statement-queries';
import { studyQuery } from '@/features/studies/queries';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/panel/$studyId/rounds/$roundId/opinions');

/** Opinion groups of a round, for those who were asked. */
export function RoundPanelOpinionsPage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: opinions } = useSuspenseQuery(opinionsQuery(studyId, roundId));
  return (
    <>
      <PageHeader
        title={t('opinions.of', { title: opinions.title })}
        lead={`${t('opinions.people', { count: opinions.people })} ${t('opinions.lead')}`}
      />
      <OpinionReading opinions={opinions} groups={study.groups} />
    </>
  );
}
