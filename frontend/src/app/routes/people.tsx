import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words } from '@/app/i18n/start';
import { rootRoute } from './root';

interface SignInSearch {
  next?: string;
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch =>
    typeof search.next === 'string' ? { next: search.next } : {},
  loader: words('people'),
  component: lazyRouteComponent(() => import('@/app/pages/sign-in-page'), 'SignInPage'),
});

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  loader: words('people'),
  component: lazyRouteComponent(() => import('@/app/pages/welcome-page'), 'WelcomePage'),
});

/** The pages of people, by the layout they stand in. */
export const people = { open: [signInRoute, welcomeRoute], signedIn: [], study: [] } as const;
