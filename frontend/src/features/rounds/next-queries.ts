import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { type Round, roundQuery, roundsQuery } from './queries';

type Schemas = components['schemas'];
export type NextOffer = Schemas['NextOffer'];
export type Idea = Schemas['IdeaRead'];

const ROUND = '/api/studies/{study_id}/rounds/{round_id}';
const IDEA = `${ROUND}/ideas/{idea_id}` as const;

/** What the round after a closed one would ask, or the round that follows it already. */
export function nextOfferQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: [...roundQuery(studyId, roundId).queryKey, 'next'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET(`${ROUND}/next`, {
          params: { path: { study_id: studyId, round_id: roundId } },
          signal,
        }),
      ),
  });
}

/** Drafts the round that follows a closed one. */
export function useMakeNextRound(studyId: string, roundId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['NextRound']) =>
      dataOf(
        api.POST(`${ROUND}/next`, {
          params: { path: { study_id: studyId, round_id: roundId } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: roundsQuery(studyId).queryKey }),
    // whoever was faster, the page shows what is really there
    onSettled: () =>
      queries.invalidateQueries({ queryKey: nextOfferQuery(studyId, roundId).queryKey }),
  });
}

/** What the panel missed in the round before, and what became of it in this one. */
export function ideasQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: [...roundQuery(studyId, roundId).queryKey, 'ideas'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET(`${ROUND}/ideas`, {
          params: { path: { study_id: studyId, round_id: roundId } },
          signal,
        }),
      ),
  });
}

function useIdeaVerb<Given, Answer>(
  studyId: string,
  roundId: string,
  act: (given: Given) => Promise<Answer>,
  onSuccess?: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    ...(onSuccess ? { onSuccess } : {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ideasQuery(studyId, roundId).queryKey }),
  });
}

/** The verbs on one idea: put it before the panel, leave it out with a reason, decide anew. */
export function useIdeaVerbs(studyId: string, roundId: string, ideaId: string) {
  const queries = useQueryClient();
  const params = { path: { study_id: studyId, round_id: roundId, idea_id: ideaId } };
  const keep = (round: Round) => queries.setQueryData(roundQuery(studyId, roundId).queryKey, round);
  return {
    take: useIdeaVerb(
      studyId,
      roundId,
      (body: Schemas['IdeaTaken']) => dataOf(api.POST(`${IDEA}/take`, { params, body })),
      keep,
    ),
    refuse: useIdeaVerb(studyId, roundId, (body: Schemas['IdeaRefused']) =>
      dataOf(api.POST(`${IDEA}/refuse`, { params, body })),
    ),
    reconsider: useIdeaVerb(
      studyId,
      roundId,
      (_given: undefined) => dataOf(api.POST(`${IDEA}/reconsider`, { params })),
      keep,
    ),
  };
}
