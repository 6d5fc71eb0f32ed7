import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import { studyQuery } from '@/features/studies/queries';
import { lineageQuery, mechanismQuery, mechanismsQuery } from '@/features/theory/queries';
import { importMechanismsRoute } from './exchange';
import { mechanismsRoute } from './parents';
import { voicesRoute } from './refinement';

const listRoute = createRoute({
  getParentRoute: () => mechanismsRoute,
  path: '/',
  loader: ({ context, params }) =>
    Promise.all([
      words('theory')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(mechanismsQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/theory-list-page'), 'TheoryListPage'),
});

const newRoute = createRoute({
  getParentRoute: () => mechanismsRoute,
  path: '/new',
  staticData: { crumb: () => i18next.t('theory:editor.titleNew') },
  loader: ({ context, params }) =>
    Promise.all([words('theory')(), context.queries.ensureQueryData(studyQuery(params.studyId))]),
  component: lazyRouteComponent(() => import('@/app/pages/theory-new-page'), 'TheoryNewPage'),
});

const lineageRoute = createRoute({
  getParentRoute: () => mechanismsRoute,
  path: '/lineage',
  staticData: { crumb: () => i18next.t('theory:lineage.title') },
  loader: ({ context, params }) =>
    Promise.all([words('theory')(), context.queries.ensureQueryData(lineageQuery(params.studyId))]),
  component: lazyRouteComponent(
    () => import('@/app/pages/theory-lineage-page'),
    'TheoryLineagePage',
  ),
});

const mechanismRoute = createRoute({
  getParentRoute: () => mechanismsRoute,
  path: '/$mechanismId',
  staticData: {
    crumb: ({ params: { studyId = '', mechanismId = '' }, queries }) =>
      queries.getQueryData(mechanismQuery(studyId, mechanismId).queryKey)?.versions[0]?.title,
  },
  loader: ({ context, params }) =>
    Promise.all([
      words('theory', 'coding', 'refinement')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(mechanismQuery(params.studyId, params.mechanismId)),
    ]),
  component: lazyRouteComponent(
    () => import('@/app/pages/theory-mechanism-page'),
    'TheoryMechanismPage',
  ),
});

const editRoute = createRoute({
  getParentRoute: () => mechanismsRoute,
  path: '/$mechanismId/edit',
  staticData: { crumb: () => i18next.t('theory:mechanism.edit') },
  loader: ({ context, params }) =>
    Promise.all([
      words('theory')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      // an edit begins from what is saved now, or it would be stale from the start
      context.queries.fetchQuery(mechanismQuery(params.studyId, params.mechanismId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/theory-edit-page'), 'TheoryEditPage'),
});

/** The pages of theory, by the layout they stand in. */
export const theory = {
  panel: [],
  study: [
    mechanismsRoute.addChildren([
      listRoute,
      newRoute,
      lineageRoute,
      importMechanismsRoute,
      voicesRoute,
      mechanismRoute,
      editRoute,
    ]),
  ],
} as const;
