import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { type HistorySearch, historyFilter } from './history-search';

type Schemas = components['schemas'];
export type Overview = Schemas['Overview'];
export type NextStep = Schemas['NextStep'];
export type GroupVoice = Schemas['GroupVoice'];
export type Equity = Schemas['Equity'];
export type HistoryEntry = Schemas['HistoryEntry'];

const reportsKeys = {
  all: (studyId: string) => ['reports', studyId] as const,
  overview: (studyId: string) => [...reportsKeys.all(studyId), 'overview'] as const,
  history: (studyId: string, search: HistorySearch) =>
    [...reportsKeys.all(studyId), 'history', search] as const,
};

/** The study at a glance, and what waits for the reader. */
export function overviewQuery(studyId: string) {
  return queryOptions({
    queryKey: reportsKeys.overview(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/overview', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** The study's log, newest first, page by page. */
export function historyQuery(studyId: string, search: HistorySearch) {
  return infiniteQueryOptions({
    queryKey: reportsKeys.history(studyId, search),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/history', {
          params: {
            path: { study_id: studyId },
            query: { ...historyFilter(search), ...(pageParam && { before: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_before ?? undefined,
  });
}
