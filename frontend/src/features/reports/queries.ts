import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];
export type Overview = Schemas['Overview'];
export type NextStep = Schemas['NextStep'];
export type GroupVoice = Schemas['GroupVoice'];
export type Equity = Schemas['Equity'];

const reportsKeys = {
  all: (studyId: string) => ['reports', studyId] as const,
  overview: (studyId: string) => [...reportsKeys.all(studyId), 'overview'] as const,
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
