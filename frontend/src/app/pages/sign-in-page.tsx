import { Text, Title } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { SignInForm } from '@/features/people/components/sign-in-form';
import { localPath } from '@/lib/local-path';
import { PageHeader } from '@/ui/page-header';
import classes from './pages.module.css';

const route = getRouteApi('/sign-in');

/** Staff sign in with a password; people on the panel are told where their link is. */
export function SignInPage() {
  const { t } = useTranslation('people');
  const { next } = route.useSearch();
  const router = useRouter();
  return (
    <PlainLayout>
      <div className={classes.narrow}>
        <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
        <SignInForm onSignedIn={() => router.history.push(localPath(next))} />
        <section className={classes.aside}>
          <Title order={2} size="h3">
            {t('signIn.panelTitle')}
          </Title>
          <Text mt={4}>{t('signIn.panelWords')}</Text>
        </section>
      </div>
    </PlainLayout>
  );
}
