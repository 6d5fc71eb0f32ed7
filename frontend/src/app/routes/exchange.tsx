import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import { mechanismsRoute } from './parents';

/** Stands among the pages about mechanisms, which take it in. */
export const importMechanismsRoute = createRoute({
  getParentRoute: () => mechanismsRoute,
  path: '/import',
  staticData: { crumb: () => i18next.t('exchange:mechanisms.page') },
  loader: words('exchange'),
  component: lazyRouteComponent(
    () => import('@/app/pages/import-mechanisms-page'),
    'ImportMechanismsPage',
  ),
});
