import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import { meetingQuery, meetingsQuery } from '@/features/meetings/queries';
import { studyQuery } from '@/features/studies/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { panelRoute, sessionRoute, studyRoute } from './parents';
import { rootRoute } from './root';

const meetingsRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/meetings',
  staticData: { crumb: () => i18next.t('study.meetings') },
  loader: words('meetings'),
});

const listRoute = createRoute({
  getParentRoute: () => meetingsRoute,
  path: '/',
  loader: ({ context, params }) =>
    Promise.all([
      words('meetings')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(meetingsQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/meetings-page'), 'MeetingsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => meetingsRoute,
  path: '/new',
  staticData: { crumb: () => i18next.t('meetings:plan.new') },
  loader: ({ context, params }) =>
    Promise.all([
      words('meetings')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(mechanismsQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/meeting-plan-page'), 'MeetingNewPage'),
});

const meetingRoute = createRoute({
  getParentRoute: () => meetingsRoute,
  path: '/$meetingId',
  staticData: {
    crumb: ({ params: { studyId = '', meetingId = '' }, queries }) =>
      queries.getQueryData(meetingQuery({ studyId, meetingId }).queryKey)?.title,
  },
  loader: ({ context, params }) =>
    Promise.all([
      words('meetings', 'comments', 'rehearsing')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(meetingQuery(params)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/meeting-page'), 'MeetingPage'),
});

const planRoute = createRoute({
  getParentRoute: () => meetingsRoute,
  path: '/$meetingId/plan',
  staticData: { crumb: () => i18next.t('meetings:plan.change') },
  loader: ({ context, params }) =>
    Promise.all([
      words('meetings')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(mechanismsQuery(params.studyId)),
      // a change begins from what is planned now, or it would be stale from the start
      context.queries.fetchQuery(meetingQuery(params)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/meeting-plan-page'), 'MeetingPlanPage'),
});

const minutesRoute = createRoute({
  getParentRoute: () => meetingsRoute,
  path: '/$meetingId/minutes',
  staticData: { crumb: () => i18next.t('meetings:minutes.title') },
  loader: ({ context, params }) =>
    Promise.all([
      words('meetings', 'carrying')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(meetingQuery(params)),
    ]),
  component: lazyRouteComponent(
    () => import('@/app/pages/meeting-minutes-page'),
    'MeetingMinutesPage',
  ),
});

/** For a chair who is not of the team and so has no workbench. */
const chairsMinutesRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/meetings/$meetingId/minutes',
  loader: ({ context, params }) =>
    Promise.all([
      words('meetings')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(meetingQuery(params)),
    ]),
  component: lazyRouteComponent(
    () => import('@/app/pages/meeting-minutes-page'),
    'ChairsMinutesPage',
  ),
});

const liveRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/meetings/$meetingId',
  loader: ({ context, params }) =>
    Promise.all([
      words('meetings', 'carrying', 'comments', 'rehearsing', 'theory')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(meetingQuery(params)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/meeting-live-page'), 'MeetingLivePage'),
});

const readyRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/meetings/$meetingId/ready',
  loader: ({ context, params }) =>
    Promise.all([words('meetings')(), context.queries.ensureQueryData(meetingQuery(params))]),
  component: lazyRouteComponent(() => import('@/app/pages/meeting-ready-page'), 'MeetingReadyPage'),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  loader: words('meetings'),
  component: lazyRouteComponent(() => import('@/app/pages/join-page'), 'JoinPage'),
});

const joinCodeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join/$code',
  loader: words('meetings'),
  component: lazyRouteComponent(() => import('@/app/pages/join-page'), 'JoinCodePage'),
});

const projectorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projector',
  loader: words('meetings', 'theory'),
  component: lazyRouteComponent(() => import('@/app/pages/projector-page'), 'ProjectorPage'),
});

/** The pages of meetings, by the layout they stand in. */
export const meetings = {
  open: [joinRoute, joinCodeRoute, projectorRoute],
  panel: [chairsMinutesRoute],
  study: [meetingsRoute.addChildren([listRoute, newRoute, meetingRoute, planRoute, minutesRoute])],
  session: [liveRoute, readyRoute],
} as const;
