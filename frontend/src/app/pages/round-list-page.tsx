import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MyRoundsList } from '@/features/rounds/components/my-rounds-list';
import { myRoundsQuery } from '@/features/rounds/queries';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/panel/$studyId/rounds');

/** The rounds that I am or was asked in. */
export function RoundListPage() {
  const { t } = useTranslation('rounds');
  const { studyId } = route.useParams();
  const { data: rounds } = useSuspenseQuery(myRoundsQuery(studyId));
  return (
    <>
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} />
      <MyRoundsList
        studyId={studyId}
        rounds={rounds}
        renderLink={(round, className, children) => (
          <Link
            to={
              round.standing === 'closed'
                ? '/panel/$studyId/rounds/$roundId/results'
                : '/panel/$studyId/rounds/$roundId'
            }
            params={{ studyId, roundId: round.id }}
            className={className}
          >
            {children}
          </Link>
        )}
      />
    </>
  );
}
