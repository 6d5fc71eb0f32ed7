import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { meetingKeys, type Place } from '../queries';

type Schemas = components['schemas'];
export type WallSnapshot = Schemas['WallRead'];
export type WallMechanism = Schemas['WallMechanism'];

const projectorKey = (place: Place) => [...meetingKeys.meeting(place), 'projector'] as const;

/** The wall that this browser was opened for; the socket keeps it current. */
export function wallQuery() {
  return queryOptions({
    queryKey: ['wall'],
    queryFn: ({ signal }) => fetchWall(signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

export function fetchWall(signal?: AbortSignal): Promise<WallSnapshot> {
  return dataOf(api.GET('/api/projector', signal ? { signal } : {}));
}

/** Lets this browser show a meeting, by the code that its chair made. */
export function useOpenWall() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => dataOf(api.POST('/api/projector', { body: { code } })),
    onSuccess: () => queries.resetQueries({ queryKey: wallQuery().queryKey }),
  });
}

function pathOf({ studyId, meetingId }: Place) {
  return { params: { path: { study_id: studyId, meeting_id: meetingId } } };
}

/** Whether there is a projector code, and what the wall shows. */
export function projectorQuery(place: Place) {
  return queryOptions({
    queryKey: projectorKey(place),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/meetings/{meeting_id}/projector', {
          ...pathOf(place),
          signal,
        }),
      ),
  });
}

/** What the chair does about the projector. */
export function useProjector(place: Place) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: projectorKey(place) });
  const path = '/api/studies/{study_id}/meetings/{meeting_id}/projector';
  return {
    make: useMutation({ mutationFn: () => dataOf(api.POST(path, pathOf(place))), onSuccess }),
    end: useMutation({ mutationFn: () => dataOf(api.DELETE(path, pathOf(place))), onSuccess }),
    show: useMutation({
      mutationFn: (body: Schemas['ProjectorSettings']) =>
        dataOf(api.PUT(path, { ...pathOf(place), body })),
      onSuccess,
    }),
  };
}
