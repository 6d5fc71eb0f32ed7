import { Anchor } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NextRoundForm } from '@/features/rounds/components/next-round-form';
import { nextOfferQuery } from '@/features/rounds/next-queries';
import { roundQuery } from '@/features/rounds/queries';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/rounds/$roundId/next');

/** Where the round that follows a closed one is made, or the way to it where it has been. */
export function RoundNextPage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const navigate = route.useNavigate();
  const { data: round } = useSuspenseQuery(roundQuery(studyId, roundId));
  const { data: offer } = useSuspenseQuery(nextOfferQuery(studyId, roundId));
  return (
    <>
      <PageHeader
        title={t('next.title')}
        lead={!offer.follower && t('next.lead', { title: round.title })}
      />
      {offer.follower ? (
        <Anchor component={Link} to={`/studies/${studyId}/rounds/${offer.follower.id}`}>
          {t('next.follows', { title: offer.follower.title })}
        </Anchor>
      ) : offer.obstacle ? (
        <p>{offer.obstacle}</p>
      ) : (
        <NextRoundForm
          studyId={studyId}
          round={round}
          offer={offer}
          onMade={({ id }) =>
            void navigate({
              to: '/studies/$studyId/rounds/$roundId',
              params: { studyId, roundId: id },
            })
          }
        />
      )}
    </>
  );
}
