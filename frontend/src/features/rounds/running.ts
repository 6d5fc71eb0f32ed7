import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { progressQuery, roundQuery, roundsQuery } from './queries';

type Schemas = components['schemas'];
export type RoundChange = Schemas['ChangeRead'];
export type RoundStanding = Schemas['RoundStandingRead'];

const ROUND = '/api/studies/{study_id}/rounds/{round_id}';

function pathOf(studyId: string, roundId: string) {
  return { path: { study_id: studyId, round_id: roundId } };
}

/** How a round is run, and what was changed of it and why. */
export function runningQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: [...roundQuery(studyId, roundId).queryKey, 'running'],
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${ROUND}/running`, { params: pathOf(studyId, roundId), signal })),
  });
}

/** A verb on a round's times; whatever comes of it, the page shows what is there then. */
function useTimesVerb<Given>(
  studyId: string,
  roundId: string,
  act: (given: Given, params: ReturnType<typeof pathOf>) => Promise<unknown>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => act(given, pathOf(studyId, roundId)),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: roundQuery(studyId, roundId).queryKey }),
        queries.invalidateQueries({ queryKey: roundsQuery(studyId).queryKey }),
      ]),
  });
}

export function useScheduleRound(studyId: string, roundId: string) {
  return useTimesVerb(studyId, roundId, (_given: undefined, params) =>
    dataOf(api.POST(`${ROUND}/schedule`, { params })),
  );
}

export function useTakeBackRound(studyId: string, roundId: string) {
  return useTimesVerb(studyId, roundId, (_given: undefined, params) =>
    dataOf(api.POST(`${ROUND}/take-back`, { params })),
  );
}

export function useExtendRound(studyId: string, roundId: string) {
  return useTimesVerb(studyId, roundId, (body: Schemas['Extension'], params) =>
    dataOf(api.POST(`${ROUND}/extend`, { params, body })),
  );
}

export function usePauseRound(studyId: string, roundId: string) {
  return useTimesVerb(studyId, roundId, (body: Schemas['Because'], params) =>
    dataOf(api.POST(`${ROUND}/pause`, { params, body })),
  );
}

export function useResumeRound(studyId: string, roundId: string) {
  return useTimesVerb(studyId, roundId, (body: Schemas['Resumption'], params) =>
    dataOf(api.POST(`${ROUND}/resume`, { params, body })),
  );
}

/** Destroys the key of a series; nothing brings it back. */
export function useEndSeries(studyId: string, roundId: string) {
  return useTimesVerb(studyId, roundId, (_given: undefined, params) =>
    dataOf(api.POST(`${ROUND}/end-series`, { params })),
  );
}

/** Reminds those of some groups who have not finished and were not written to not long ago. */
export function useRemind(studyId: string, roundId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (group_ids: string[]) =>
      dataOf(
        api.POST(`${ROUND}/reminders`, { params: pathOf(studyId, roundId), body: { group_ids } }),
      ),
    onSuccess: () =>
      queries.invalidateQueries({ queryKey: progressQuery(studyId, roundId).queryKey }),
  });
}
