import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import { studyRoute } from './parents';

const importMechanismsRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/mechanisms/import',
  staticData: { crumb: () => i18next.t('exchange:mechanisms.page') },
  loader: words('exchange'),
  component: lazyRouteComponent(
    () => import('@/app/pages/import-mechanisms-page'),
    'ImportMechanismsPage',
  ),
});

/** The pages of exchange, by the layout they stand in. */
export const exchange = { study: [importMechanismsRoute] } as const;
