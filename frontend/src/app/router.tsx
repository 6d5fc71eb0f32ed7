import { createRouter } from '@tanstack/react-router';
import { Loading } from '@/ui/loading';
import type { CrumbPlace } from './crumbs';
import { ProblemInPlace } from './pages/problem-page';
import { queryClient } from './query-client';
import { coding } from './routes/coding';
import { comments } from './routes/comments';
import { kit } from './routes/kit';
import { landing } from './routes/landing';
import { meetings } from './routes/meetings';
import { panelRoute, sessionRoute, signedInRoute, studyRoute } from './routes/parents';
import { people } from './routes/people';
import { recordings } from './routes/recordings';
import { refinement } from './routes/refinement';
import { reports } from './routes/reports';
import { rootRoute } from './routes/root';
import { rounds } from './routes/rounds';
import { studies } from './routes/studies';
import { texts } from './routes/texts';
import { theory } from './routes/theory';

const panel = panelRoute.addChildren([
  ...studies.panel,
  ...theory.panel,
  ...comments.panel,
  ...rounds.panel,
  ...meetings.panel,
  ...refinement.panel,
]);

const study = studyRoute.addChildren([
  ...studies.study,
  ...people.study,
  ...theory.study,
  ...texts.study,
  ...comments.study,
  ...rounds.study,
  ...meetings.study,
  ...recordings.study,
  ...coding.study,
  ...refinement.study,
  ...reports.study,
]);

const session = sessionRoute.addChildren([...meetings.session]);

const routeTree = rootRoute.addChildren([
  ...kit.open,
  ...people.open,
  ...studies.open,
  ...meetings.open,
  signedInRoute.addChildren([
    ...landing.signedIn,
    ...people.signedIn,
    ...studies.signedIn,
    panel,
    study,
    session,
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queries: queryClient },
  defaultPreload: 'intent',
  // the query cache decides what is fresh, not the router
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: Loading,
  defaultErrorComponent: ProblemInPlace,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** What the breadcrumb calls this page; the name of a thing is found among what was loaded. */
    crumb?: (place: CrumbPlace) => string | undefined;
  }
}
