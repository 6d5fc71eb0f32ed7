import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components, operations } from '@/api/schema.gen';

export type Code = components['schemas']['CodeRead'];
export type Coding = components['schemas']['CodingRead'];
export type Excerpt = components['schemas']['ExcerptRead'];
export type GroupCount = components['schemas']['GroupCount'];
export type CodingWords = components['schemas']['CodingCreate'];
export type CodingChanges = components['schemas']['CodingUpdate'];
export type ExcerptFilter = NonNullable<operations['coding_read_excerpts']['parameters']['query']>;

export const codingKeys = {
  all: (studyId: string) => ['coding', studyId] as const,
  codebook: (studyId: string) => [...codingKeys.all(studyId), 'codebook'] as const,
  codings: (studyId: string, documentId: string) =>
    [...codingKeys.all(studyId), 'codings', documentId] as const,
  counts: (studyId: string) => [...codingKeys.all(studyId), 'counts'] as const,
  excerpts: (studyId: string) => [...codingKeys.all(studyId), 'excerpts'] as const,
};

/** The codebook: siblings in order, the tree in `parent_id`. */
export function codebookQuery(studyId: string) {
  return queryOptions({
    queryKey: codingKeys.codebook(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/codes', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

export function codingsQuery(studyId: string, documentId: string) {
  return queryOptions({
    queryKey: codingKeys.codings(studyId, documentId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/codings', {
          params: { path: { study_id: studyId }, query: { document_id: documentId } },
          signal,
        }),
      ),
  });
}

/** How much of each document is coded. */
export function codingCountsQuery(studyId: string) {
  return queryOptions({
    queryKey: codingKeys.counts(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/codings/counts', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

export function excerptsQuery(studyId: string, filter: ExcerptFilter) {
  return queryOptions({
    queryKey: [...codingKeys.excerpts(studyId), filter] as const,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/excerpts', {
          params: { path: { study_id: studyId }, query: filter },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function sendCoding(studyId: string, body: CodingWords) {
  return dataOf(
    api.POST('/api/studies/{study_id}/codings', { params: { path: { study_id: studyId } }, body }),
  );
}

export function changeCoding(studyId: string, codingId: string, body: CodingChanges) {
  return dataOf(
    api.PATCH('/api/studies/{study_id}/codings/{coding_id}', {
      params: { path: { study_id: studyId, coding_id: codingId } },
      body,
    }),
  );
}

export function removeCoding(studyId: string, codingId: string) {
  return dataOf(
    api.DELETE('/api/studies/{study_id}/codings/{coding_id}', {
      params: { path: { study_id: studyId, coding_id: codingId } },
    }),
  );
}

export function restoreCoding(studyId: string, codingId: string) {
  return dataOf(
    api.POST('/api/studies/{study_id}/codings/{coding_id}/restore', {
      params: { path: { study_id: studyId, coding_id: codingId } },
    }),
  );
}

export function useCreateCode(studyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['CodeCreate']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/codes', {
          params: { path: { study_id: studyId } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: codingKeys.codebook(studyId) }),
  });
}

type CodeChange = components['schemas']['CodeUpdate'] & { id: string };

export function useUpdateCode(studyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: CodeChange) =>
      dataOf(
        api.PATCH('/api/studies/{study_id}/codes/{code_id}', {
          params: { path: { study_id: studyId, code_id: id } },
          body,
        }),
      ),
    // a code's name and colour stand in the excerpts too
    onSuccess: () => queries.invalidateQueries({ queryKey: codingKeys.all(studyId) }),
  });
}
