import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
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

interface ConsentSearch {
  next?: string;
}

// not below the panel's route: that one leads here until consent is given
const consentRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/panel/$studyId/consent',
  validateSearch: (search: Record<string, unknown>): ConsentSearch =>
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
  signedIn: [newStudyRoute, consentRoute],
  panel: [panelHomeRoute],
  study: [settingsRoute],
} as const;
