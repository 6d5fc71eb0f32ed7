import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { words } from '@/app/i18n/start';
import { landingOf } from '@/app/membership';
import { signedInRoute } from './parents';

const indexRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ ...landingOf(context.me), replace: true });
  },
});

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/home',
  loader: words('studies'),
  component: lazyRouteComponent(() => import('@/app/pages/home-page'), 'HomePage'),
});

export const landing = { signedIn: [indexRoute, homeRoute] } as const;
