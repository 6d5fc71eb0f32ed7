import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];
export type Rehearsal = Schemas['RehearsalRead'];
export type Pace = Schemas['Pace'];
export type Mishap = Schemas['Mishap'];

/** So often the band looks whether the simulated people still act. */
const LOOK_AGAIN_MS = 15_000;

export const PACES: readonly Pace[] = ['calm', 'lively', 'storm'];

/** A meeting that can be rehearsed. */
interface MeetingPlace {
  studyId: string;
  meetingId: string;
}

const rehearsingKeys = {
  all: ['rehearsing'] as const,
  of: ({ studyId, meetingId }: MeetingPlace) =>
    [...rehearsingKeys.all, 'of', studyId, meetingId] as const,
  in: (studyId: string) => [...rehearsingKeys.all, 'in', studyId] as const,
};

function pathOf({ studyId, meetingId }: MeetingPlace) {
  return { path: { study_id: studyId, meeting_id: meetingId } };
}

/** How many would come to a rehearsal of a meeting, and the one that I am in. */
export function rehearsalOfQuery(place: MeetingPlace) {
  return queryOptions({
    queryKey: rehearsingKeys.of(place),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/meetings/{meeting_id}/rehearsal', {
          params: pathOf(place),
          signal,
        }),
      ),
  });
}

/** The rehearsal that a study was made for. */
export function rehearsalQuery(studyId: string) {
  return queryOptions({
    queryKey: rehearsingKeys.in(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/rehearsal', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useBeginRehearsal(place: MeetingPlace) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['RehearsalStart']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/meetings/{meeting_id}/rehearsal', {
          params: pathOf(place),
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: rehearsingKeys.of(place) }),
  });
}

/** Lets the simulated people do more or less. */
export function useChangePace(studyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (pace: Pace) =>
      dataOf(
        api.PATCH('/api/studies/{study_id}/rehearsal', {
          params: { path: { study_id: studyId } },
          body: { pace },
        }),
      ),
    onSuccess: (rehearsal) => queries.setQueryData(rehearsalQuery(studyId).queryKey, rehearsal),
  });
}

/** Lets something go wrong. */
export function useMishap(studyId: string) {
  return useMutation({
    mutationFn: (kind: Mishap) =>
      dataOf(
        api.POST('/api/studies/{study_id}/rehearsal/mishaps', {
          params: { path: { study_id: studyId } },
          body: { kind },
        }),
      ),
  });
}

/** Ends a rehearsal, and deletes it. */
export function useEndRehearsal(studyId: string) {
  return useMutation({
    mutationFn: () =>
      dataOf(
        api.DELETE('/api/studies/{study_id}/rehearsal', {
          params: { path: { study_id: studyId } },
        }),
      ),
  });
}
