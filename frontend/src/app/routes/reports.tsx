import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words } from '@/app/i18n/start';
import { overviewQuery } from '@/features/reports/queries';
import { studyQuery } from '@/features/studies/queries';
import { studyRoute } from './parents';

const overviewRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/',
  loader: ({ context, params }) =>
    Promise.all([
      words('reports')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(overviewQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/overview-page'), 'OverviewPage'),
});

/** The pages of reports, by the layout they stand in. */
export const reports = { study: [overviewRoute] } as const;
