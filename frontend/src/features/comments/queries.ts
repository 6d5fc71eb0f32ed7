import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

export type Comment = components['schemas']['CommentRead'];
export type CommentStance = components['schemas']['Stance'];
export type CommentWords = components['schemas']['CommentCreate'];

interface CommentFilter {
  target_id?: string;
  place_id?: string;
  version_id?: string;
}

const commentKeys = {
  all: (studyId: string) => ['comments', studyId] as const,
  list: (studyId: string, filter: CommentFilter) =>
    [...commentKeys.all(studyId), 'list', filter] as const,
};

/** My own comments; for the team everybody's. */
export function commentsQuery(studyId: string, filter: CommentFilter) {
  return queryOptions({
    queryKey: commentKeys.list(studyId, filter),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/comments', {
          params: { path: { study_id: studyId }, query: filter },
          signal,
        }),
      ),
  });
}

/** Makes a comment; sent again with the same `client_id` it is made once. */
export function useWriteComment(studyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: CommentWords) => {
      const made = await dataOf(
        api.POST('/api/studies/{study_id}/comments', {
          params: { path: { study_id: studyId } },
          body,
        }),
      );
      const { text, stance = null } = body;
      // an earlier try had arrived after all, and its words were changed before this one
      const isOvertaken = made.text !== text.trim() || made.stance !== stance;
      return isOvertaken ? edit(studyId, { id: made.id, text, stance }) : made;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: commentKeys.all(studyId) }),
  });
}

interface Edit {
  id: string;
  text: string;
  stance: CommentStance | null;
}

function edit(studyId: string, { id, ...body }: Edit) {
  return dataOf(
    api.PATCH('/api/studies/{study_id}/comments/{comment_id}', {
      params: { path: { study_id: studyId, comment_id: id } },
      body,
    }),
  );
}

export function useEditComment(studyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (changed: Edit) => edit(studyId, changed),
    onSuccess: () => queries.invalidateQueries({ queryKey: commentKeys.all(studyId) }),
  });
}

export function useWithdrawComment(studyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      dataOf(
        api.DELETE('/api/studies/{study_id}/comments/{comment_id}', {
          params: { path: { study_id: studyId, comment_id: id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: commentKeys.all(studyId) }),
  });
}
