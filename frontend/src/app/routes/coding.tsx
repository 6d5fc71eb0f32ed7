import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import { excerptSearch } from '@/features/coding/excerpt-search';
import { codebookQuery } from '@/features/coding/queries';
import { studyQuery } from '@/features/studies/queries';
import { documentsQuery } from '@/features/texts/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { studyRoute } from './parents';

interface CodingSearch {
  document?: string;
  segment?: string;
  coding?: string;
}

const codingRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/coding',
  staticData: { crumb: () => i18next.t('study.coding') },
  loader: ({ context, params: { studyId } }) =>
    Promise.all([
      words('coding', 'texts')(),
      context.queries.ensureQueryData(studyQuery(studyId)),
      context.queries.ensureQueryData(codebookQuery(studyId)),
      context.queries.ensureQueryData(mechanismsQuery(studyId)),
      context.queries.ensureQueryData(documentsQuery(studyId)),
    ]),
});

const documentRoute = createRoute({
  getParentRoute: () => codingRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): CodingSearch =>
    Object.fromEntries(
      ['document', 'segment', 'coding']
        .filter((name) => typeof search[name] === 'string')
        .map((name) => [name, search[name]]),
    ),
  component: lazyRouteComponent(() => import('@/app/pages/coding-page'), 'CodingPage'),
});

const excerptsRoute = createRoute({
  getParentRoute: () => codingRoute,
  path: '/excerpts',
  staticData: { crumb: () => i18next.t('coding:excerpts.title') },
  validateSearch: excerptSearch,
  component: lazyRouteComponent(() => import('@/app/pages/excerpts-page'), 'ExcerptsPage'),
});

const codebookRoute = createRoute({
  getParentRoute: () => codingRoute,
  path: '/codebook',
  staticData: { crumb: () => i18next.t('coding:codebook.title') },
  component: lazyRouteComponent(() => import('@/app/pages/codebook-page'), 'CodebookPage'),
});

/** The pages of coding, by the layout they stand in. */
export const coding = {
  study: [codingRoute.addChildren([documentRoute, excerptsRoute, codebookRoute])],
} as const;
