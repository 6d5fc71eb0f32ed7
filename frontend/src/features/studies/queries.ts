import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

export const studiesKeys = {
  all: ['studies'] as const,
  study: (studyId: string) => [...studiesKeys.all, studyId] as const,
};

/** A study with its stages and groups, and what the reader may do in it. */
export function studyQuery(studyId: string) {
  return queryOptions({
    queryKey: studiesKeys.study(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}', { params: { path: { study_id: studyId } }, signal }),
      ),
  });
}

/** Tells the team that an invited person will not take part; again with words, to add them. */
export function useDeclineInvitation() {
  return useMutation({
    mutationFn: (body: components['schemas']['Decline']) =>
      dataOf(api.POST('/api/invitations/decline', { body })),
  });
}

/** Takes a decline back; a fresh link comes by mail. */
export function useTakeBackDecline() {
  return useMutation({
    mutationFn: (token: string) =>
      dataOf(api.POST('/api/invitations/take-back', { body: { token } })),
  });
}
