import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words } from '@/app/i18n/start';
import { rootRoute } from './root';

const declineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/decline',
  loader: words('studies'),
  component: lazyRouteComponent(() => import('@/app/pages/decline-page'), 'DeclinePage'),
});

/** The pages of studies, by the layout they stand in. */
export const studies = { open: [declineRoute], panel: [], study: [] } as const;
