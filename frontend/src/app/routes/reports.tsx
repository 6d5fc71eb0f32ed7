import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import { membersQuery } from '@/features/people/queries';
import { historySearch } from '@/features/reports/history-search';
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

const historyRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/history',
  staticData: { crumb: () => i18next.t('reports:history.title') },
  validateSearch: historySearch,
  loader: ({ context, params }) =>
    Promise.all([
      words('reports')(),
      context.queries.ensureQueryData(membersQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/history-page'), 'HistoryPage'),
});

/** The pages of reports, by the layout they stand in. */
export const reports = { study: [overviewRoute, historyRoute] } as const;
