import { Anchor, Title } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import { usePageTitle } from '@/ui/page-title';
import { ProblemNotice } from '@/ui/problem-notice';
import { NotFoundPage } from './not-found-page';
import classes from './pages.module.css';

/** Shown in place of a page that could not be loaded or drawn. */
export function ProblemPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation('app');
  const router = useRouter();
  usePageTitle(t('problem.title'));
  if (asProblem(error).isNotFound) {
    return <NotFoundPage />;
  }
  return (
    <main className={classes.single} id="main">
      <Title order={1} mb="md">
        {t('problem.title')}
      </Title>
      <ProblemNotice error={error} onRetry={() => router.invalidate()}>
        <Anchor component={Link} to="/" mt="xs" display="inline-block">
          {t('notFound.back')}
        </Anchor>
      </ProblemNotice>
    </main>
  );
}
