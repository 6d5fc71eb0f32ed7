import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { progressQuery, roundQuery } from './queries';

type Schemas = components['schemas'];
export type EntrySheet = Schemas['EntrySheet'];
export type EntryMeans = Schemas['EntryMeans'];

const PERSON = '/api/studies/{study_id}/rounds/{round_id}/people/{member_id}';

/** What was entered for a person, and which questions they have answered themselves. */
export function entriesQuery(studyId: string, roundId: string, memberId: string) {
  return queryOptions({
    queryKey: [...roundQuery(studyId, roundId).queryKey, 'entries', memberId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET(`${PERSON}/entries`, {
          params: { path: { study_id: studyId, round_id: roundId, member_id: memberId } },
          signal,
        }),
      ),
    // what the person answers meanwhile is to be seen before something is entered over it
    staleTime: 0,
  });
}

/** Sends what a person answered; fifteen seconds without a word count as a lost connection. */
export function sendEntry(
  path: { study_id: string; round_id: string; member_id: string },
  questionId: string,
  body: Schemas['EntryIn'],
): Promise<EntrySheet> {
  return dataOf(
    api.PUT(`${PERSON}/entries/{question_id}`, {
      params: { path: { ...path, question_id: questionId } },
      body,
      signal: AbortSignal.timeout(15_000),
    }),
  );
}

/** Says for a person that they are done. */
export function useFinishFor(studyId: string, roundId: string, memberId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (how: EntryMeans) =>
      dataOf(
        api.POST(`${PERSON}/finish`, {
          params: { path: { study_id: studyId, round_id: roundId, member_id: memberId } },
          body: { how },
        }),
      ),
    onSuccess: (sheet) => {
      queries.setQueryData(entriesQuery(studyId, roundId, memberId).queryKey, sheet);
      return queries.invalidateQueries({ queryKey: progressQuery(studyId, roundId).queryKey });
    },
  });
}
