import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root';

const kitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kit',
  component: lazyRouteComponent(() => import('@/app/pages/kit-page'), 'KitPage'),
});

// the kit is for those who build: a production build leaves it out
const isForUsers = import.meta.env.MODE === 'production';

export const kit = { open: isForUsers ? [] : [kitRoute] };
