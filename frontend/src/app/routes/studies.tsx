import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import { membershipIn } from '@/app/membership';
import { meetingsQuery } from '@/features/meetings/queries';
import { myAnswerQuery } from '@/features/refinement/queries';
import { myRoundsQuery } from '@/features/rounds/queries';
import { consentQuery } from '@/features/studies/queries';
import { knownMembership, panelRoute, signedInRoute, studyRoute } from './parents';
import { rootRoute } from './root';

const declineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/decline',
  loader: words('studies'),
  component: lazyRouteComponent(() => import('@/app/pages/decline-page'), 'DeclinePage'),
});

const newStudyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/studies/new',
  beforeLoad: ({ context }) => {
    if (!context.me.is_staff) {
      throw notFound();
    }
  },
  loader: words('studies'),
  component: lazyRouteComponent(() => import('@/app/pages/new-study-page'), 'NewStudyPage'),
});

/** Where a person was going when something was asked of them first. */
interface AskedFirstSearch {
  next?: string;
}

// not below the panel's route: that one leads here until consent is given
const consentRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/panel/$studyId/consent',
  validateSearch: (search: Record<string, unknown>): AskedFirstSearch =>
    typeof search.next === 'string' ? { next: search.next } : {},
  beforeLoad: ({ context, params }) => ({
    membership: knownMembership(context.me, params.studyId),
  }),
  loader: ({ context, params }) =>
    Promise.all([
      words('studies')(),
      context.queries.ensureQueryData(consentQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/consent-page'), 'ConsentPage'),
});

// for those who are invited and signed in already; whoever has answered is sent on
const invitationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/panel/$studyId/invitation',
  validateSearch: (search: Record<string, unknown>): AskedFirstSearch =>
    typeof search.next === 'string' ? { next: search.next } : {},
  beforeLoad: ({ context, params, cause }) => {
    const membership = membershipIn(context.me, params.studyId);
    if (cause === 'enter' && membership?.state !== 'invited') {
      throw redirect({ to: '/', replace: true });
    }
  },
  loader: words('studies'),
  component: lazyRouteComponent(() => import('@/app/pages/invitation-page'), 'InvitationPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/settings',
  staticData: { crumb: () => i18next.t('study.settings') },
  loader: ({ context, params }) => context.queries.ensureQueryData(consentQuery(params.studyId)),
  component: lazyRouteComponent(() => import('@/app/pages/settings-page'), 'SettingsPage'),
});

const panelHomeRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.ensureQueryData(myRoundsQuery(params.studyId)),
      context.queries.ensureQueryData(meetingsQuery(params.studyId)),
      context.queries.ensureQueryData(myAnswerQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/panel-home-page'), 'PanelHomePage'),
});

/** The pages of studies, by the layout they stand in. */
export const studies = {
  open: [declineRoute],
  signedIn: [newStudyRoute, consentRoute, invitationRoute],
  panel: [panelHomeRoute],
  study: [settingsRoute],
} as const;
