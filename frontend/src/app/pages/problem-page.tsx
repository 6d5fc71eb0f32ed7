import { Anchor, Title } from '@mantine/core';
import { type ErrorComponentProps, Link, useMatches, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import { usePageTitle } from '@/ui/page-title';
import { ProblemNotice } from '@/ui/problem-notice';
import { NotFoundPage, NotFoundWords } from './not-found-page';
import classes from './pages.module.css';

/** The layouts whose navigation stays when a page in them could not be loaded. */
const LAYOUTS = [
  '/signed-in/studies/$studyId',
  '/signed-in/panel/$studyId',
  '/signed-in/live/$studyId',
] as const satisfies readonly string[];

/** Shown in place of a whole page that could not be loaded or drawn. */
export function ProblemPage({ error }: ErrorComponentProps) {
  if (asProblem(error).isNotFound) {
    return <NotFoundPage />;
  }
  return (
    <main className={classes.single} id="main">
      <ProblemWords error={error} />
    </main>
  );
}

/** The same where only the inside of a layout is missing: the way to every other page stays. */
export function ProblemInPlace(props: ErrorComponentProps) {
  const isInLayout = useMatches({
    select: (matches) => matches.some(({ routeId }) => LAYOUTS.some((each) => each === routeId)),
  });
  if (!isInLayout) {
    return <ProblemPage {...props} />;
  }
  return asProblem(props.error).isNotFound ? (
    <NotFoundWords />
  ) : (
    <div className={classes.inPlace}>
      <ProblemWords error={props.error} />
    </div>
  );
}

function ProblemWords({ error }: { error: unknown }) {
  const { t } = useTranslation('app');
  const router = useRouter();
  usePageTitle(t('problem.title'));
  return (
    <>
      <Title order={1} mb="md">
        {t('problem.title')}
      </Title>
      <ProblemNotice error={error} onRetry={() => router.invalidate()}>
        <Anchor component={Link} to="/" mt="xs" display="inline-block">
          {t('notFound.back')}
        </Anchor>
      </ProblemNotice>
    </>
  );
}
