import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

export type DocumentListed = components['schemas']['DocumentListed'];
export type DocumentKind = components['schemas']['DocumentKind'];

const textKeys = {
  all: (studyId: string) => ['texts', studyId] as const,
  documents: (studyId: string) => [...textKeys.all(studyId), 'documents'] as const,
  document: (studyId: string, documentId: string) =>
    [...textKeys.all(studyId), 'document', documentId] as const,
};

/** What can be read and coded, newest first. */
export function documentsQuery(studyId: string) {
  return queryOptions({
    queryKey: textKeys.documents(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/documents', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** A document with its segments and speakers. */
export function documentQuery(studyId: string, documentId: string) {
  return queryOptions({
    queryKey: textKeys.document(studyId, documentId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/documents/{document_id}', {
          params: { path: { study_id: studyId, document_id: documentId } },
          signal,
        }),
      ),
  });
}

interface Correction {
  segmentId: string;
  text: string;
  seen: string;
}

/** Corrects a segment's words; the answer is the whole document as it is now. */
export function useCorrectSegment(studyId: string, documentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ segmentId, ...body }: Correction) =>
      dataOf(
        api.PATCH('/api/studies/{study_id}/documents/{document_id}/segments/{segment_id}', {
          params: {
            path: { study_id: studyId, document_id: documentId, segment_id: segmentId },
          },
          body,
        }),
      ),
    onSuccess: (document) => queries.setQueryData(textKeys.document(studyId, documentId), document),
    onError: () => queries.invalidateQueries({ queryKey: textKeys.document(studyId, documentId) }),
  });
}
