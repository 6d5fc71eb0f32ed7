import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import { membersQuery } from '@/features/people/queries';
import { type CommentStanding, commentQueueQuery } from '@/features/rounds/comment-queries';
import { nextOfferQuery } from '@/features/rounds/next-queries';
import { previewQuery } from '@/features/rounds/pilot-queries';
import {
  answeringQuery,
  myRoundsQuery,
  resultsQuery,
  roundQuery,
  roundsQuery,
} from '@/features/rounds/queries';
import {
  moderationQuery,
  myStatementsQuery,
  opinionsQuery,
} from '@/features/rounds/statement-queries';
import { studyQuery } from '@/features/studies/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { panelRoute, studyRoute } from './parents';

const myRoundsRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/rounds',
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds')(),
      context.queries.ensureQueryData(myRoundsQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/round-list-page'), 'RoundListPage'),
});

/** Where one is in a round: at an item (from 1), at all, checking, or done; else the introduction. */
export type AnsweringStep = number | 'all' | 'check' | 'done';

function stepIn({ step }: Record<string, unknown>): { step?: AnsweringStep } {
  const isItem = typeof step === 'number' && Number.isInteger(step) && step > 0;
  return isItem || step === 'all' || step === 'check' || step === 'done' ? { step } : {};
}

const answeringRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/rounds/$roundId',
  validateSearch: stepIn,
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds', 'theory', 'comments')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(answeringQuery(params.studyId, params.roundId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/round-answer-page'), 'RoundAnswerPage'),
});

const previewRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/rounds/$roundId/preview',
  validateSearch: (search): { group: string; step?: AnsweringStep } => ({
    group: String(search.group ?? ''),
    ...stepIn(search),
  }),
  loaderDeps: ({ search: { group } }) => ({ group }),
  loader: ({ context, params, deps }) =>
    Promise.all([
      words('rounds', 'theory', 'comments')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(previewQuery(params.studyId, params.roundId, deps.group)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/round-preview-page'), 'RoundPreviewPage'),
});

const outcomeRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/rounds/$roundId/results',
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds', 'comments')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(resultsQuery(params.studyId, params.roundId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/round-outcome-page'), 'RoundOutcomePage'),
});

const statementsRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/rounds/$roundId/statements',
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds')(),
      context.queries.ensureQueryData(answeringQuery(params.studyId, params.roundId)),
      context.queries.ensureQueryData(myStatementsQuery(params.studyId, params.roundId)),
    ]),
  component: lazyRouteComponent(
    () => import('@/app/pages/round-statements-page'),
    'RoundStatementsPage',
  ),
});

const panelOpinionsRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/rounds/$roundId/opinions',
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(opinionsQuery(params.studyId, params.roundId)),
    ]),
  component: lazyRouteComponent(
    () => import('@/app/pages/round-panel-opinions-page'),
    'RoundPanelOpinionsPage',
  ),
});

const roundsRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/rounds',
  staticData: { crumb: () => i18next.t('study.rounds') },
  loader: words('rounds'),
});

const listRoute = createRoute({
  getParentRoute: () => roundsRoute,
  path: '/',
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(roundsQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/rounds-page'), 'RoundsPage'),
});

const roundRoute = createRoute({
  getParentRoute: () => roundsRoute,
  path: '/$roundId',
  staticData: {
    crumb: ({ params: { studyId = '', roundId = '' }, queries }) =>
      queries.getQueryData(roundQuery(studyId, roundId).queryKey)?.title,
  },
  // for its title; who may not read it may still read some of its pages
  loader: ({ context, params }) =>
    context.queries.prefetchQuery(roundQuery(params.studyId, params.roundId)),
});

const runningRoute = createRoute({
  getParentRoute: () => roundRoute,
  path: '/',
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(roundQuery(params.studyId, params.roundId)),
      context.queries.ensureQueryData(mechanismsQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/round-page'), 'RoundPage'),
});

const nextRoute = createRoute({
  getParentRoute: () => roundRoute,
  path: '/next',
  staticData: { crumb: () => i18next.t('rounds:next.title') },
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds')(),
      context.queries.ensureQueryData(roundQuery(params.studyId, params.roundId)),
      context.queries.ensureQueryData(nextOfferQuery(params.studyId, params.roundId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/round-next-page'), 'RoundNextPage'),
});

const entriesRoute = createRoute({
  getParentRoute: () => roundRoute,
  path: '/entries',
  validateSearch: ({ person }): { person?: string } =>
    typeof person === 'string' && person ? { person } : {},
  staticData: { crumb: () => i18next.t('rounds:entries.title') },
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(membersQuery(params.studyId)),
      context.queries.ensureQueryData(roundQuery(params.studyId, params.roundId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/round-entries-page'), 'RoundEntriesPage'),
});

const resultsRoute = createRoute({
  getParentRoute: () => roundRoute,
  path: '/results',
  staticData: { crumb: () => i18next.t('rounds:results.title') },
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds', 'carrying', 'comments')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(resultsQuery(params.studyId, params.roundId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/round-results-page'), 'RoundResultsPage'),
});

const moderationRoute = createRoute({
  getParentRoute: () => roundRoute,
  path: '/moderation',
  staticData: { crumb: () => i18next.t('rounds:statements.moderate.title') },
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds')(),
      context.queries.ensureQueryData(moderationQuery(params.studyId, params.roundId)),
    ]),
  component: lazyRouteComponent(
    () => import('@/app/pages/round-moderation-page'),
    'RoundModerationPage',
  ),
});

const SHOWN = ['waiting', 'released', 'withheld'] as const;

const commentsRoute = createRoute({
  getParentRoute: () => roundRoute,
  path: '/comments',
  validateSearch: ({ show }): { show?: CommentStanding } => {
    const wanted = SHOWN.find((each) => each === show);
    return wanted ? { show: wanted } : {};
  },
  staticData: { crumb: () => i18next.t('rounds:said.moderate') },
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(commentQueueQuery(params.studyId, params.roundId)),
    ]),
  component: lazyRouteComponent(
    () => import('@/app/pages/round-comments-page'),
    'RoundCommentsPage',
  ),
});

const opinionsRoute = createRoute({
  getParentRoute: () => roundRoute,
  path: '/opinions',
  staticData: { crumb: () => i18next.t('rounds:opinions.title') },
  loader: ({ context, params }) =>
    Promise.all([
      words('rounds')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(opinionsQuery(params.studyId, params.roundId)),
    ]),
  component: lazyRouteComponent(
    () => import('@/app/pages/round-opinions-page'),
    'RoundOpinionsPage',
  ),
});

/** The pages of rounds, by the layout they stand in. */
export const rounds = {
  panel: [
    myRoundsRoute,
    answeringRoute,
    previewRoute,
    outcomeRoute,
    statementsRoute,
    panelOpinionsRoute,
  ],
  study: [
    roundsRoute.addChildren([
      listRoute,
      roundRoute.addChildren([
        runningRoute,
        nextRoute,
        entriesRoute,
        resultsRoute,
        moderationRoute,
        commentsRoute,
        opinionsRoute,
      ]),
    ]),
  ],
} as const;
