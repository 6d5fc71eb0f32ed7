import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { KEPT } from '@/lib/kept-pages';

type Schemas = components['schemas'];
export type Round = Schemas['RoundRead'];
export type RoundListed = Schemas['RoundListed'];
export type RoundItem = Schemas['RoundItemRead'];
export type RoundItemIn = Schemas['RoundItemIn'];
export type RoundProgress = Schemas['RoundProgress'];
export type RoundResults = Schemas['RoundResults'];
export type RoundItemResult = Schemas['RoundItemResult'];
export type RatingResult = Schemas['RatingResult'];
export type VoteResult = Schemas['VoteResult'];
export type ChoiceResult = Schemas['ChoiceResult'];
export type TextResult = Schemas['TextResult'];
export type MyRound = Schemas['MyRound'];
export type MyRoundListed = Schemas['MyRoundListed'];
export type Question = Schemas['QuestionRead'];
export type QuestionIn = Schemas['QuestionIn'];
export type TemplateQuestion = Schemas['TemplateQuestion'];
export type Answer = Schemas['ResponseRead'];
export type CarriedItem = Schemas['CarriedItem'];
export type QuestionResult = CarriedItem['questions'][number]['result'];
export type SavedAnswer = Schemas['SavedRead'];
export type AnswerIn = Schemas['ResponseIn'];
export type Rule = Schemas['Rule'];
export type Version = Schemas['VersionRead'];

const roundKeys = {
  all: (studyId: string) => ['rounds', studyId] as const,
  list: (studyId: string) => [...roundKeys.all(studyId), 'list'] as const,
  mine: (studyId: string) => [...roundKeys.all(studyId), 'mine'] as const,
  round: (studyId: string, roundId: string) => [...roundKeys.all(studyId), roundId] as const,
  answering: (studyId: string, roundId: string) =>
    [...roundKeys.round(studyId, roundId), 'answering'] as const,
  progress: (studyId: string, roundId: string) =>
    [...roundKeys.round(studyId, roundId), 'progress'] as const,
  results: (studyId: string, roundId: string) =>
    [...roundKeys.round(studyId, roundId), 'results'] as const,
};

const ROUNDS = '/api/studies/{study_id}/rounds';
const ROUND = `${ROUNDS}/{round_id}` as const;

function pathOf(studyId: string, roundId: string) {
  return { path: { study_id: studyId, round_id: roundId } };
}

/** Every round of the study, for the team. */
export function roundsQuery(studyId: string) {
  return queryOptions({
    queryKey: roundKeys.list(studyId),
    queryFn: ({ signal }) =>
      dataOf(api.GET(ROUNDS, { params: { path: { study_id: studyId } }, signal })),
  });
}

/** The rounds that were put before me. */
export function myRoundsQuery(studyId: string) {
  return queryOptions({
    queryKey: roundKeys.mine(studyId),
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${ROUNDS}/mine`, { params: { path: { study_id: studyId } }, signal })),
    meta: KEPT,
  });
}

/** A round as the team builds and runs it. */
export function roundQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: roundKeys.round(studyId, roundId),
    queryFn: ({ signal }) => dataOf(api.GET(ROUND, { params: pathOf(studyId, roundId), signal })),
  });
}

/** A round with my answers; it stays in the cache for a day, so that it can be gone on with offline. */
export function answeringQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: roundKeys.answering(studyId, roundId),
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${ROUND}/mine`, { params: pathOf(studyId, roundId), signal })),
    gcTime: 24 * 60 * 60_000,
    meta: KEPT,
  });
}

export function progressQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: roundKeys.progress(studyId, roundId),
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${ROUND}/progress`, { params: pathOf(studyId, roundId), signal })),
    refetchInterval: 30_000,
  });
}

/** What came of a round; refused by the server until it has closed. */
export function resultsQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: roundKeys.results(studyId, roundId),
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${ROUND}/results`, { params: pathOf(studyId, roundId), signal })),
  });
}

/** What others have said so far in a real-time round; `stamp` names my answers, which open it. */
export function liveResultQuery(studyId: string, roundId: string, itemId: string, stamp: string) {
  return queryOptions({
    queryKey: [...roundKeys.round(studyId, roundId), 'live', itemId, stamp] as const,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET(`${ROUND}/items/{item_id}/result`, {
          params: { path: { study_id: studyId, round_id: roundId, item_id: itemId } },
          signal,
        }),
      ),
    retry: false,
  });
}

/** Sends an answer; fifteen seconds without a word count as a lost connection. */
export function sendAnswer(
  studyId: string,
  roundId: string,
  questionId: string,
  body: AnswerIn,
): Promise<SavedAnswer> {
  return dataOf(
    api.PUT(`${ROUND}/questions/{question_id}/response`, {
      params: { path: { study_id: studyId, round_id: roundId, question_id: questionId } },
      body,
      signal: AbortSignal.timeout(15_000),
    }),
  );
}

/** Puts an answer that the server holds now into what the pages read; an older one changes nothing. */
export function keepAnswer(
  queries: QueryClient,
  studyId: string,
  roundId: string,
  answer: Answer,
): void {
  queries.setQueryData(answeringQuery(studyId, roundId).queryKey, (round) =>
    round && !holdsNewer(round, answer)
      ? {
          ...round,
          answers: [
            ...round.answers.filter(({ question_id }) => question_id !== answer.question_id),
            answer,
          ],
        }
      : round,
  );
  void queries.invalidateQueries({ queryKey: roundKeys.mine(studyId), exact: true });
}

function holdsNewer({ answers }: MyRound, { question_id, revision }: Answer): boolean {
  return answers.some((held) => held.question_id === question_id && held.revision > revision);
}

/** Has the server mail me my own answers. */
export function useMailAnswers(studyId: string, roundId: string) {
  return useMutation({
    mutationFn: () => dataOf(api.POST(`${ROUND}/mine/mail`, { params: pathOf(studyId, roundId) })),
  });
}

export function useFinishRound(studyId: string, roundId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.POST(`${ROUND}/finish`, { params: pathOf(studyId, roundId) })),
    onSuccess: (round) => {
      queries.setQueryData(roundKeys.answering(studyId, roundId), round);
      return queries.invalidateQueries({ queryKey: roundKeys.mine(studyId), exact: true });
    },
  });
}

export function useCreateRound(studyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['RoundCreate']) =>
      dataOf(api.POST(ROUNDS, { params: { path: { study_id: studyId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: roundKeys.list(studyId) }),
  });
}

export function useDeleteRound(studyId: string, roundId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.DELETE(ROUND, { params: pathOf(studyId, roundId) }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: roundKeys.round(studyId, roundId) });
      return queries.invalidateQueries({ queryKey: roundKeys.list(studyId) });
    },
  });
}

/**
 * A verb of the team whose answer is the whole round as it is then. Verbs on one round go one after
 * the other, and only the last answer is shown, so that quick changes do not undo each other.
 */
function useRoundVerb<Given>(
  studyId: string,
  roundId: string,
  act: (given: Given, params: ReturnType<typeof pathOf>) => Promise<Round>,
) {
  const queries = useQueryClient();
  const { queryKey } = roundQuery(studyId, roundId);
  const mutationKey = [...queryKey, 'change'];
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join() },
    mutationFn: (given: Given) => act(given, pathOf(studyId, roundId)),
    onSuccess: (round) => {
      if (queries.isMutating({ mutationKey }) === 1) {
        queries.setQueryData(queryKey, round);
      }
      // an idea whose item is taken out waits again
      void queries.invalidateQueries({ queryKey: [...queryKey, 'ideas'] });
      void queries.invalidateQueries({ queryKey: roundKeys.list(studyId) });
    },
    // whatever was refused, the page shows what is really there
    onError: () => queries.invalidateQueries({ queryKey, exact: true }),
  });
}

export function useUpdateRound(studyId: string, roundId: string) {
  return useRoundVerb(studyId, roundId, (body: Schemas['RoundUpdate'], params) =>
    dataOf(api.PATCH(ROUND, { params, body })),
  );
}

export function useAddItem(studyId: string, roundId: string) {
  return useRoundVerb(studyId, roundId, (body: RoundItemIn, params) =>
    dataOf(api.POST(`${ROUND}/items`, { params, body })),
  );
}

export function useChangeItem(studyId: string, roundId: string) {
  return useRoundVerb(
    studyId,
    roundId,
    ({ itemId, body }: { itemId: string; body: RoundItemIn }, { path }) =>
      dataOf(
        api.PUT(`${ROUND}/items/{item_id}`, {
          params: { path: { ...path, item_id: itemId } },
          body,
        }),
      ),
  );
}

export function useRemoveItem(studyId: string, roundId: string) {
  return useRoundVerb(studyId, roundId, (itemId: string, { path }) =>
    dataOf(
      api.DELETE(`${ROUND}/items/{item_id}`, { params: { path: { ...path, item_id: itemId } } }),
    ),
  );
}

export function useOrderItems(studyId: string, roundId: string) {
  return useRoundVerb(studyId, roundId, (itemIds: string[], params) =>
    dataOf(api.PUT(`${ROUND}/items/order`, { params, body: { item_ids: itemIds } })),
  );
}

export function useApplyTemplate(studyId: string, roundId: string) {
  return useRoundVerb(studyId, roundId, (body: Schemas['TemplateApply'], params) =>
    dataOf(api.POST(`${ROUND}/template`, { params, body })),
  );
}

export function useOpenRound(studyId: string, roundId: string) {
  return useRoundVerb(studyId, roundId, (_given: undefined, params) =>
    dataOf(api.POST(`${ROUND}/open`, { params })),
  );
}

export function useCloseRound(studyId: string, roundId: string) {
  return useRoundVerb(studyId, roundId, (body: Schemas['Because'], params) =>
    dataOf(api.POST(`${ROUND}/close`, { params, body })),
  );
}
