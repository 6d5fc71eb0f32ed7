import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { resultsQuery } from './queries';

type Schemas = components['schemas'];
export type RoundComparison = Schemas['RoundComparison'];
export type QuestionChange = Schemas['QuestionChange'];
export type ItemOutcome = Schemas['ItemOutcome'];
export type FindingIn = Schemas['FindingIn'];

const ROUND = '/api/studies/{study_id}/rounds/{round_id}';

/** What changed since the round before; nothing for a round that follows no other. */
export function comparisonQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: [...resultsQuery(studyId, roundId).queryKey, 'comparison'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET(`${ROUND}/comparison`, {
          params: { path: { study_id: studyId, round_id: roundId } },
          signal,
        }),
      ),
  });
}

/** Says what came of an item; without a finding, what the rule says stands again. */
export function useSetFinding(studyId: string, roundId: string, itemId: string) {
  const queries = useQueryClient();
  const path = { study_id: studyId, round_id: roundId, item_id: itemId };
  return useMutation({
    mutationFn: (body: FindingIn | null) =>
      dataOf(
        body
          ? api.PUT(`${ROUND}/items/{item_id}/finding`, { params: { path }, body })
          : api.DELETE(`${ROUND}/items/{item_id}/finding`, { params: { path } }),
      ),
    onSuccess: (results) => queries.setQueryData(resultsQuery(studyId, roundId).queryKey, results),
  });
}

/** Tells the panel what came of a round. */
export function usePublishFeedback(studyId: string, roundId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (words: string) =>
      dataOf(
        api.PUT(`${ROUND}/feedback`, {
          params: { path: { study_id: studyId, round_id: roundId } },
          body: { words },
        }),
      ),
    onSuccess: () =>
      queries.invalidateQueries({ queryKey: resultsQuery(studyId, roundId).queryKey, exact: true }),
  });
}
