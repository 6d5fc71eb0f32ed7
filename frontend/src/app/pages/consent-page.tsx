import { Button, Text } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { meQuery, peopleKeys, useSignOut } from '@/features/people/queries';
import { ConsentForm } from '@/features/studies/components/consent-form';
import { consentQuery } from '@/features/studies/queries';
import { localPath } from '@/lib/local-path';
import { PageHeader } from '@/ui/page-header';
import classes from './pages.module.css';

const route = getRouteApi('/signed-in/panel/$studyId/consent');

/** Comes before anything else of a study for those who are consulted; then goes where they were going. */
export function ConsentPage() {
  const { t } = useTranslation('studies');
  const { studyId } = route.useParams();
  const { next } = route.useSearch();
  const { data: consent } = useSuspenseQuery(consentQuery(studyId));
  const queries = useQueryClient();
  const router = useRouter();
  const goOn = async () => {
    queries.removeQueries({ queryKey: peopleKeys.me() });
    await queries.ensureQueryData(meQuery());
    router.history.push(localPath(next ?? `/panel/${studyId}`));
  };
  return (
    <PlainLayout>
      <PageHeader
        title={t('consent.title')}
        lead={`${consent.study_title}. ${t('consent.lead')}`}
      />
      <ConsentForm studyId={studyId} consent={consent} onAgreed={() => void goOn()} />
      {consent.form_id && !consent.given_at && <Leave />}
    </PlainLayout>
  );
}

function Leave() {
  const { t } = useTranslation('studies');
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <section className={classes.aside}>
      <Text mb="sm">{t('consent.leaveHow')}</Text>
      <Button
        variant="default"
        loading={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSuccess: () => navigate({ to: '/sign-in' }) })}
      >
        {t('consent.leave')}
      </Button>
    </section>
  );
}
