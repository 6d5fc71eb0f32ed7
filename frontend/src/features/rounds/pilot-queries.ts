import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { type Round, roundQuery, roundsQuery } from './queries';

const ROUND = '/api/studies/{study_id}/rounds/{round_id}';

export type Pilot = components['schemas']['PilotRead'];

function pathOf(studyId: string, roundId: string) {
  return { path: { study_id: studyId, round_id: roundId } };
}

/** The round as somebody of a group would meet it; always as it is built now. */
export function previewQuery(studyId: string, roundId: string, groupId: string) {
  return queryOptions({
    queryKey: [...roundQuery(studyId, roundId).queryKey, 'preview', groupId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET(`${ROUND}/preview`, {
          params: { ...pathOf(studyId, roundId), query: { group_id: groupId } },
          signal,
        }),
      ),
    staleTime: 0,
  });
}

/** How a trial goes. */
export function pilotQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: [...roundQuery(studyId, roundId).queryKey, 'pilot'],
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${ROUND}/pilot`, { params: pathOf(studyId, roundId), signal })),
    refetchInterval: 30_000,
  });
}

function usePilotVerb<Given>(
  studyId: string,
  roundId: string,
  act: (given: Given) => Promise<Round>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (round) => {
      queries.setQueryData(roundQuery(studyId, roundId).queryKey, round);
      return queries.invalidateQueries({ queryKey: roundsQuery(studyId).queryKey });
    },
  });
}

export function useNamePilots(studyId: string, roundId: string) {
  return usePilotVerb(studyId, roundId, (member_ids: string[]) =>
    dataOf(api.PUT(`${ROUND}/pilots`, { params: pathOf(studyId, roundId), body: { member_ids } })),
  );
}

export function useStartPilot(studyId: string, roundId: string) {
  return usePilotVerb(studyId, roundId, (_given: undefined) =>
    dataOf(api.POST(`${ROUND}/pilot`, { params: pathOf(studyId, roundId) })),
  );
}

export function useResetPilot(studyId: string, roundId: string) {
  return usePilotVerb(studyId, roundId, (_given: undefined) =>
    dataOf(api.POST(`${ROUND}/pilot/reset`, { params: pathOf(studyId, roundId) })),
  );
}
