import {
  createRoute,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import i18next from 'i18next';
import { Problem } from '@/api/errors';
import { askConsentFirst } from '@/app/consent-first';
import { words } from '@/app/i18n/start';
import { askToTakePartFirst } from '@/app/invitation-first';
import { isRehearsal, isTeam, membershipIn } from '@/app/membership';
import { NotFoundPage } from '@/app/pages/not-found-page';
import { ProblemPage } from '@/app/pages/problem-page';
import { meQuery, type Person } from '@/features/people/queries';
import { studyQuery } from '@/features/studies/queries';
import { rootRoute } from './root';

/** Everything below it knows who is signed in; anybody else is sent to sign in and comes back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Outlet,
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queries.ensureQueryData(meQuery()) };
    } catch (error) {
      if (error instanceof Problem && error.isNotSignedIn) {
        throw redirect({ to: '/sign-in', search: { next: location.href } });
      }
      throw error;
    }
  },
});

/** The calm single column for those who are consulted. */
export const panelRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/panel/$studyId',
  component: lazyRouteComponent(() => import('@/app/layouts/panel-layout'), 'PanelLayout'),
  errorComponent: ProblemPage,
  notFoundComponent: NotFoundPage,
  beforeLoad: ({ context, params, location }) => {
    const membership = knownMembership(context.me, params.studyId);
    askToTakePartFirst(membership, location.href);
    askConsentFirst(membership, location.href);
    return { membership };
  },
  loader: ({ context, params }) => wordsOfRehearsal(context.me, params.studyId),
});

/** The dense pages of those who do the study. */
export const studyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/studies/$studyId',
  component: lazyRouteComponent(() => import('@/app/layouts/workbench-layout'), 'WorkbenchLayout'),
  errorComponent: ProblemPage,
  notFoundComponent: NotFoundPage,
  beforeLoad: ({ context, params, location }) => {
    const membership = knownMembership(context.me, params.studyId);
    askToTakePartFirst(membership, location.href);
    askConsentFirst(membership, location.href);
    if (!isTeam(membership)) {
      // invitations lead here for everybody; those who are consulted have a page of their own
      throw redirect({ to: '/panel/$studyId', params, replace: true });
    }
    return { membership };
  },
  loader: ({ context, params }) =>
    Promise.all([words('studies')(), context.queries.ensureQueryData(studyQuery(params.studyId))]),
});

/** Every page about mechanisms, whichever feature it is of. */
export const mechanismsRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/mechanisms',
  staticData: { crumb: () => i18next.t('study.mechanisms') },
  loader: words('theory'),
});

/** Full-height pages of a live meeting: participant, chair and projector. */
export const sessionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/live/$studyId',
  component: lazyRouteComponent(() => import('@/app/layouts/session-layout'), 'SessionLayout'),
  errorComponent: ProblemPage,
  notFoundComponent: NotFoundPage,
  beforeLoad: ({ context, params, location }) => {
    const membership = knownMembership(context.me, params.studyId);
    askToTakePartFirst(membership, location.href);
    askConsentFirst(membership, location.href);
    return { membership };
  },
  loader: ({ context, params }) => wordsOfRehearsal(context.me, params.studyId),
});

/** What the band above a rehearsal's pages says; other pages do without it. */
function wordsOfRehearsal(me: Person, studyId: string) {
  return isRehearsal(me, studyId) ? words('rehearsing')() : undefined;
}

/** A study that this person is not in looks like one that is not there. */
export function knownMembership(...args: Parameters<typeof membershipIn>) {
  const membership = membershipIn(...args);
  if (!membership) {
    throw notFound();
  }
  return membership;
}
