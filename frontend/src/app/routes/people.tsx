import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import { MEMBER_STATES, type MemberFilter } from '@/features/people/components/member-filters';
import { membersQuery, outboxQuery, recruitmentQuery } from '@/features/people/queries';
import { signedInRoute, studyRoute } from './parents';
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

const mailsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/administration/mails',
  beforeLoad: ({ context }) => {
    if (!context.me.is_administrator) {
      throw notFound();
    }
  },
  loader: ({ context }) =>
    Promise.all([words('people')(), context.queries.ensureQueryData(outboxQuery())]),
  component: lazyRouteComponent(
    () => import('@/app/pages/administration-mails-page'),
    'AdministrationMailsPage',
  ),
});

const passwordRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account/password',
  beforeLoad: ({ context }) => {
    if (!context.me.may_have_password) {
      throw notFound();
    }
  },
  loader: words('people'),
  component: lazyRouteComponent(() => import('@/app/pages/password-page'), 'PasswordPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/people',
  staticData: { crumb: () => i18next.t('study.people') },
  validateSearch: ({ state, group }: Record<string, unknown>): MemberFilter => {
    const known = MEMBER_STATES.find((one) => one === state);
    return { ...(known ? { state: known } : {}), ...(typeof group === 'string' ? { group } : {}) };
  },
  loader: ({ context, params }) =>
    Promise.all([
      words('people', 'exchange')(),
      context.queries.ensureQueryData(membersQuery(params.studyId)),
      context.queries.ensureQueryData(recruitmentQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/people-page'), 'PeoplePage'),
});

/** The pages of people, by the layout they stand in. */
export const people = {
  open: [signInRoute, welcomeRoute],
  signedIn: [mailsRoute, passwordRoute],
  study: [peopleRoute],
} as const;
