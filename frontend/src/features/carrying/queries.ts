import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import { asProblem } from '@/api/errors';
import type { components } from '@/api/schema.gen';
import { newId } from '@/lib/new-id';

type Schemas = components['schemas'];
export type QuestionTogether = Schemas['QuestionTogether'];
export type RoomPoll = Schemas['RoomPoll'];
export type Poll = Schemas['PollState'];
export type CarriedPoll = Schemas['CarriedPoll'];
export type AskedInRound = Schemas['AskedInRound'];
export type AskableQuestion = Schemas['AskableQuestion'];
export type InRound = QuestionTogether['in_round'];
export type Draft = Schemas['CarryIn'];
/** How a round's question is put to the room. */
export type RoomTerms = Omit<Schemas['PutToRoom'], 'command_id'>;
/** The stakeholder groups of a study, as their marks need them. */
export type StakeholderGroup = Pick<Schemas['GroupRead'], 'id' | 'name' | 'position'>;

/** The meeting in an address. */
export interface MeetingPlace {
  studyId: string;
  meetingId: string;
}

const MEETING = '/api/studies/{study_id}/meetings/{meeting_id}';

const carryingKeys = {
  all: (studyId: string) => ['carrying', studyId] as const,
  carried: ({ studyId, meetingId }: MeetingPlace) =>
    [...carryingKeys.all(studyId), 'meeting', meetingId] as const,
  askable: ({ studyId, meetingId }: MeetingPlace) =>
    [...carryingKeys.all(studyId), 'askable', meetingId] as const,
  together: (studyId: string, roundId: string) =>
    [...carryingKeys.all(studyId), 'round', roundId] as const,
};

function pathOf({ studyId, meetingId }: MeetingPlace) {
  return { study_id: studyId, meeting_id: meetingId };
}

/** The closed polls of a meeting, and the rounds that ask the same. */
export function carriedQuery(place: MeetingPlace) {
  return queryOptions({
    queryKey: carryingKeys.carried(place),
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${MEETING}/carried`, { params: { path: pathOf(place) }, signal })),
  });
}

/** The questions of rounds that can be put to the room. */
export function askableQuery(place: MeetingPlace) {
  return queryOptions({
    queryKey: carryingKeys.askable(place),
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${MEETING}/askable`, { params: { path: pathOf(place) }, signal })),
  });
}

/** What came of a closed round's questions that were put to a room, too. */
export function togetherQuery(studyId: string, roundId: string) {
  return queryOptions({
    queryKey: carryingKeys.together(studyId, roundId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/rounds/{round_id}/together', {
          params: { path: { study_id: studyId, round_id: roundId } },
          signal,
        }),
      ),
  });
}

/** Asks a poll's question in a draft, one that is there or a new one. */
export function useAskInRound(place: MeetingPlace, pollId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Draft) =>
      dataOf(
        api.POST(`${MEETING}/polls/{poll_id}/carry`, {
          params: { path: { ...pathOf(place), poll_id: pollId } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: carryingKeys.all(place.studyId) }),
  });
}

interface Put {
  questionId: string;
  terms: RoomTerms;
  commandId: string;
}

const TRIES = 3;

/** Opens a poll with a round's question; an answer that was lost is asked for again. */
export function usePutToRoom(place: MeetingPlace) {
  const { mutate, ...rest } = useMutation({
    mutationFn: ({ questionId, terms, commandId }: Put) =>
      dataOf(
        api.POST(`${MEETING}/askable/{question_id}`, {
          params: { path: { ...pathOf(place), question_id: questionId } },
          body: { ...terms, command_id: commandId },
        }),
      ),
    retry: (failures, error) => failures < TRIES && asProblem(error).isUnreachable,
  });
  return {
    ...rest,
    put: (questionId: string, terms: RoomTerms, onDone: () => void) =>
      mutate({ questionId, terms, commandId: newId() }, { onSuccess: onDone }),
  };
}
