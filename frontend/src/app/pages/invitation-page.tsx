import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from '@/app/layouts/account-menu';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { membershipIn } from '@/app/membership';
import { meQuery, peopleKeys } from '@/features/people/queries';
import { InvitationAnswer } from '@/features/studies/components/invitation-answer';
import { localPath } from '@/lib/local-path';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/panel/$studyId/invitation');

/** Comes before anything else of a study for those who are invited and signed in already. */
export function InvitationPage() {
  const { t } = useTranslation('studies');
  const { studyId } = route.useParams();
  const { next } = route.useSearch();
  const queries = useQueryClient();
  const router = useRouter();
  const { data: me } = useSuspenseQuery(meQuery());
  // kept while the page is open: after a no the study is no longer among one's own
  const [invited] = useState(() => membershipIn(me, studyId));
  const goOn = async () => {
    queries.removeQueries({ queryKey: peopleKeys.me() });
    await queries.ensureQueryData(meQuery());
    router.history.push(localPath(next ?? `/panel/${studyId}`));
  };
  return (
    <PlainLayout account={<AccountMenu />}>
      <PageHeader title={t('invitation.title')} lead={t('invitation.lead')} />
      {invited && (
        <InvitationAnswer
          studyId={studyId}
          title={invited.study_title}
          question={invited.study_question}
          onTakesPart={() => void goOn()}
          onTurnedDown={() => void queries.invalidateQueries({ queryKey: peopleKeys.me() })}
        />
      )}
    </PlainLayout>
  );
}
