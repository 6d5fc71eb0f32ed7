import { Anchor } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NewRoundForm } from '@/features/rounds/components/new-round-form';
import { RoundsTable } from '@/features/rounds/components/rounds-table';
import { roundsQuery } from '@/features/rounds/queries';
import { studyQuery } from '@/features/studies/queries';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/rounds/');

/** A study's rounds, for the team. */
export function RoundsPage() {
  const { t } = useTranslation('rounds');
  const { studyId } = route.useParams();
  const navigate = route.useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: rounds } = useSuspenseQuery(roundsQuery(studyId));
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          study.permissions.includes('round:build') && (
            <NewRoundForm
              studyId={studyId}
              onCreated={({ id }) =>
                void navigate({
                  to: '/studies/$studyId/rounds/$roundId',
                  params: { studyId, roundId: id },
                })
              }
            />
          )
        }
      />
      <RoundsTable
        rounds={rounds}
        renderLink={(round) => (
          <Anchor component={Link} to={`/studies/${studyId}/rounds/${round.id}`}>
            {round.title}
          </Anchor>
        )}
      />
    </>
  );
}
