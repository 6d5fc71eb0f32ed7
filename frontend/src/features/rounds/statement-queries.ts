import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { answeringQuery } from './queries';

type Schemas = components['schemas'];
export type MyStatements = Schemas['MyStatements'];
export type ModerationQueue = Schemas['ModerationQueue'];
export type ModeratedStatement = Schemas['ModeratedStatement'];
export type Refusal = Schemas['Refusal'];
export type RoundOpinions = Schemas['RoundOpinions'];
export type GroupsReading = Schemas['GroupsReading'];
export type VotesCast = Schemas['VotesCast'];
type ModerationIn = Schemas['ModerationIn'];

const ROUND = '/api/studies/{study_id}/rounds/{round_id}';
const STATEMENTS = `${ROUND}/statements` as const;

const statementKeys = {
  all: (studyId: string, roundId: string) => ['statements', studyId, roundId] as const,
  mine: (studyId: string, roundId: string) =>
    [...statementKeys.all(studyId, roundId), 'mine'] as const,
  alike: (studyId: string, roundId: string, text: string) =>
    [...statementKeys.all(studyId, roundId), 'alike', text] as const,
  moderation: (studyId: string, roundId: string) =>
    [...statementKeys.all(studyId, roundId), 'moderation'] as const,
  opinions: (studyId: string, roundId: string) =>
    [...statementKeys.all(studyId, roundId), 'opinions'] as const,
};

function pathOf(studyId: string, roundId: string) {
  return { path: { study_id: studyId, round_id: roundId } };
}

/** My order of the statements and those I wrote; kept for a day, so that one can go on offline. */
export function myStatementsQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: statementKeys.mine(studyId, roundId),
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${STATEMENTS}/mine`, { params: pathOf(studyId, roundId), signal })),
    gcTime: 24 * 60 * 60_000,
    refetchInterval: 60_000,
  });
}

/** Statements that say nearly the same as these words. */
export function alikeQuery(studyId: string, roundId: string, text: string) {
  return queryOptions({
    queryKey: statementKeys.alike(studyId, roundId, text),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET(`${STATEMENTS}/alike`, {
          params: { ...pathOf(studyId, roundId), query: { text } },
          signal,
        }),
      ),
  });
}

export function moderationQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: statementKeys.moderation(studyId, roundId),
    queryFn: ({ signal }) =>
      dataOf(api.GET(STATEMENTS, { params: pathOf(studyId, roundId), signal })),
    refetchInterval: 30_000,
  });
}

/** Opinion groups; refused by the server until they may be read. */
export function opinionsQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: statementKeys.opinions(studyId, roundId),
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${ROUND}/opinions`, { params: pathOf(studyId, roundId), signal })),
  });
}

export function useWriteStatement(studyId: string, roundId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['StatementIn']) =>
      dataOf(api.POST(STATEMENTS, { params: pathOf(studyId, roundId), body })),
    onSuccess: () =>
      queries.invalidateQueries({ queryKey: statementKeys.mine(studyId, roundId), exact: true }),
  });
}

export function useTakeBack(studyId: string, roundId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (itemId: string) =>
      dataOf(
        api.DELETE(`${STATEMENTS}/{item_id}`, {
          params: { path: { ...pathOf(studyId, roundId).path, item_id: itemId } },
        }),
      ),
    // whatever was refused, the page shows what is really there
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: statementKeys.mine(studyId, roundId), exact: true }),
        queries.invalidateQueries({ queryKey: answeringQuery(studyId, roundId).queryKey }),
      ]),
  });
}

export function useModerate(studyId: string, roundId: string) {
  const queries = useQueryClient();
  const { queryKey } = moderationQuery(studyId, roundId);
  return useMutation({
    mutationFn: ({ itemId, body }: { itemId: string; body: ModerationIn }) =>
      dataOf(
        api.PUT(`${STATEMENTS}/{item_id}/standing`, {
          params: { path: { ...pathOf(studyId, roundId).path, item_id: itemId } },
          body,
        }),
      ),
    onSuccess: (queue) => queries.setQueryData(queryKey, queue),
    // another moderator was first: show what they did
    onError: () => queries.invalidateQueries({ queryKey, exact: true }),
  });
}
