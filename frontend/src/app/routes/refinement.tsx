import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import {
  myAnswerQuery,
  type ProposalState,
  proposalQuery,
  proposalsQuery,
  unansweredQuery,
  voicesQuery,
} from '@/features/refinement/queries';
import { studyQuery } from '@/features/studies/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { mechanismsRoute, panelRoute, studyRoute } from './parents';

const STATES = ['open', 'accepted', 'rejected', 'withdrawn'] as const;

interface ProposalsSearch {
  state?: ProposalState;
}

interface WriteSearch {
  mechanism?: string;
  excerpts?: string[];
}

const proposalsRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/proposals',
  staticData: { crumb: () => i18next.t('study.proposals') },
  loader: words('refinement', 'theory'),
});

const listRoute = createRoute({
  getParentRoute: () => proposalsRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): ProposalsSearch => {
    const state = STATES.find((known) => known === search.state);
    return state ? { state } : {};
  },
  loader: ({ context, params }) =>
    Promise.all([
      words('refinement')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(proposalsQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/proposals-page'), 'ProposalsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => proposalsRoute,
  path: '/new',
  staticData: { crumb: () => i18next.t('refinement:form.titleNew') },
  validateSearch: ({ mechanism, excerpts }: Record<string, unknown>): WriteSearch => ({
    ...(typeof mechanism === 'string' ? { mechanism } : {}),
    ...(Array.isArray(excerpts)
      ? { excerpts: excerpts.filter((id): id is string => typeof id === 'string') }
      : {}),
  }),
  loader: ({ context, params }) =>
    Promise.all([
      words('refinement', 'theory')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      // a proposal starts from what is newest now
      context.queries.fetchQuery(mechanismsQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(
    () => import('@/app/pages/proposal-write-page'),
    'ProposalWritePage',
  ),
});

const unansweredRoute = createRoute({
  getParentRoute: () => proposalsRoute,
  path: '/unanswered',
  staticData: { crumb: () => i18next.t('refinement:unanswered.title') },
  loader: ({ context, params }) =>
    Promise.all([
      words('refinement')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(unansweredQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(
    () => import('@/app/pages/proposals-unanswered-page'),
    'ProposalsUnansweredPage',
  ),
});

const proposalRoute = createRoute({
  getParentRoute: () => proposalsRoute,
  path: '/$proposalId',
  staticData: {
    crumb: ({ params: { studyId = '', proposalId = '' }, queries }) =>
      queries.getQueryData(proposalQuery(studyId, proposalId).queryKey)?.title,
  },
  loader: ({ context, params }) =>
    Promise.all([
      words('refinement', 'theory')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(proposalQuery(params.studyId, params.proposalId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/proposal-page'), 'ProposalPage'),
});

const editRoute = createRoute({
  getParentRoute: () => proposalsRoute,
  path: '/$proposalId/edit',
  staticData: { crumb: () => i18next.t('refinement:form.titleEdit') },
  loader: ({ context, params }) =>
    Promise.all([
      words('refinement', 'theory')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.fetchQuery(mechanismsQuery(params.studyId)),
      context.queries.fetchQuery(proposalQuery(params.studyId, params.proposalId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/proposal-edit-page'), 'ProposalEditPage'),
});

/** A page about a mechanism, so it stands among those. */
export const voicesRoute = createRoute({
  getParentRoute: () => mechanismsRoute,
  path: '/versions/$versionId/voices',
  staticData: {
    crumb: ({ params: { studyId = '', versionId = '' }, queries }) => {
      const title = queries.getQueryData(voicesQuery(studyId, versionId).queryKey)?.version.title;
      return title && i18next.t('refinement:trace.title', { title });
    },
  },
  loader: ({ context, params }) =>
    Promise.all([
      words('refinement', 'theory')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(voicesQuery(params.studyId, params.versionId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/trace-page'), 'TracePage'),
});

const answersRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/answers',
  loader: ({ context, params }) =>
    Promise.all([
      words('refinement')(),
      context.queries.ensureQueryData(myAnswerQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/answer-page'), 'AnswerPage'),
});

/** The pages of refinement, by the layout they stand in. */
export const refinement = {
  panel: [answersRoute],
  study: [
    proposalsRoute.addChildren([listRoute, newRoute, unansweredRoute, proposalRoute, editRoute]),
  ],
} as const;
