import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { CodeForm } from '@/features/meetings/joining/code-form';
import { LinkForm } from '@/features/meetings/joining/link-form';
import { doorQuery } from '@/features/meetings/joining/queries';
import { localPath } from '@/lib/local-path';
import { Loading } from '@/ui/loading';
import { PageHeader } from '@/ui/page-header';
import { ProblemNotice } from '@/ui/problem-notice';
import classes from './pages.module.css';

const codeRoute = getRouteApi('/join/$code');

/** Where a meeting is joined by typing its code. */
export function JoinPage() {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  return (
    <PlainLayout>
      <div className={classes.narrow}>
        <PageHeader title={t('join.title')} lead={t('join.lead')} />
        <CodeForm onCode={(code) => void navigate({ to: '/join/$code', params: { code } })} />
      </div>
    </PlainLayout>
  );
}

/** Where a QR code opens: straight on for whoever is asked and signed in, else a link by mail. */
export function JoinCodePage() {
  const { t } = useTranslation('meetings');
  const { code } = codeRoute.useParams();
  return (
    <PlainLayout>
      <div className={classes.narrow}>
        <PageHeader title={t('join.title')} />
        <Door code={code} />
      </div>
    </PlainLayout>
  );
}

function Door({ code }: { code: string }) {
  const { t } = useTranslation('meetings');
  const router = useRouter();
  const { data, error, refetch } = useQuery(doorQuery(code));
  const landing = data?.landing;
  useEffect(() => {
    if (landing) {
      router.history.replace(localPath(landing));
    }
  }, [landing, router]);
  if (error) {
    return (
      <>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
        <Button component={Link} to="/join" mt="md" variant="default">
          {t('join.other')}
        </Button>
      </>
    );
  }
  if (!data || landing) {
    return <Loading label={t('join.finding')} />;
  }
  return (
    <>
      <LinkForm code={code} />
      <section className={classes.aside}>
        <Link to="/sign-in" search={{ next: `/join/${code}` }}>
          {t('join.staff')}
        </Link>
      </section>
    </>
  );
}
