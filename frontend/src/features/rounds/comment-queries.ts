import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];
export type CommentQueue = Schemas['CommentQueue'];
export type ModeratedComment = Schemas['ModeratedComment'];
export type ReleasedComment = Schemas['ReleasedComment'];
export type CommentWriter = Schemas['WriterRead'];
export type CommentStanding = Schemas['CommentStanding'];
export type Withholding = Schemas['Withholding'];

const COMMENTS = '/api/studies/{study_id}/rounds/{round_id}/comments';

function pathOf(studyId: string, roundId: string) {
  return { path: { study_id: studyId, round_id: roundId } };
}

/** What was said in a closed round, for its moderators. */
export function commentQueueQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: ['round-comments', studyId, roundId] as const,
    queryFn: ({ signal }) =>
      dataOf(api.GET(COMMENTS, { params: pathOf(studyId, roundId), signal })),
    refetchInterval: 30_000,
  });
}

export function useDecideAboutComment(studyId: string, roundId: string) {
  return useQueueVerb(
    studyId,
    roundId,
    ({ commentId, body }: { commentId: string; body: Schemas['CommentDecisionIn'] }) =>
      dataOf(
        api.PUT(`${COMMENTS}/{comment_id}/standing`, {
          params: { path: { ...pathOf(studyId, roundId).path, comment_id: commentId } },
          body,
        }),
      ),
  );
}

/** Releases everything that waits, if it is still what `stamp` was read with. */
export function useReleaseComments(studyId: string, roundId: string) {
  return useQueueVerb(studyId, roundId, (stamp: string) =>
    dataOf(api.POST(`${COMMENTS}/release`, { params: pathOf(studyId, roundId), body: { stamp } })),
  );
}

function useQueueVerb<Given>(
  studyId: string,
  roundId: string,
  act: (given: Given) => Promise<CommentQueue>,
) {
  const queries = useQueryClient();
  const { queryKey } = commentQueueQuery(studyId, roundId);
  return useMutation({
    mutationFn: act,
    onSuccess: (queue) => queries.setQueryData(queryKey, queue),
    // another moderator was first: show what they did
    onError: () => queries.invalidateQueries({ queryKey, exact: true }),
  });
}
