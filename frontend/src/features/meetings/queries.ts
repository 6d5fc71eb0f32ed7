import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import { asProblem } from '@/api/errors';
import type { components } from '@/api/schema.gen';
import { newId } from '@/lib/new-id';
import { keepMine, noteSent } from './my-votes';

type Schemas = components['schemas'];
export type Meeting = Schemas['MeetingRead'];
export type MeetingListed = Schemas['MeetingListed'];
export type MeetingPlan = Schemas['MeetingPlan'];
export type MeetingComment = Schemas['MeetingComment'];
export type Snapshot = Schemas['StateRead'];
export type LiveState = Schemas['LiveState'];
export type AgendaPoint = Schemas['AgendaPoint'];
export type Poll = Schemas['PollState'];
export type Hand = Schemas['Hand'];
export type Outcome = Schemas['OutcomeState'];
export type Attendee = Schemas['Attendee'];
export type PollKind = Poll['kind'];
export type PollResult = Schemas['PollResult'];
export type MyVote = Schemas['MyVote'];
/** What somebody votes: a rating or “unable to say”, choices, or words. */
export type PollAnswer = Omit<Schemas['VoteCast'], 'command_id' | 'known'>;
export type Present = Schemas['Present'];
/** The stakeholder groups of a study, as their marks need them. */
export type StakeholderGroup = Pick<Schemas['GroupRead'], 'id' | 'name' | 'position'>;

type Orders =
  | Schemas['Start']
  | Schemas['Pause']
  | Schemas['Resume']
  | Schemas['SkipItem']
  | Schemas['PutBackItem']
  | Schemas['MoveItem']
  | Schemas['TimeItem']
  | Schemas['HandChair']
  | Schemas['TakeChair']
  | Schemas['SetQueue']
  | Schemas['MarkComment']
  | Schemas['NoteOutcome']
  | Schemas['CorrectOutcome']
  | Schemas['WithdrawOutcome']
  | Schemas['PresentItem']
  | Schemas['AddItem']
  | Schemas['RaiseHand']
  | Schemas['WithdrawHand']
  | Schemas['LowerHand']
  | Schemas['GiveFloor']
  | Schemas['EndFloor']
  | Schemas['OpenPoll']
  | Schemas['ClosePoll']
  | Schemas['ReleasePoll']
  | Schemas['EndMeeting']
  | Schemas['MakeSmallGroups']
  | Schemas['PlaceInSmallGroup']
  | Schemas['ReleaseFromSmallGroup']
  | Schemas['NameFacilitator']
  | Schemas['SendOut']
  | Schemas['WarnSmallGroups']
  | Schemas['CallBack']
  | Schemas['OrderReports']
  | Schemas['BeginReport']
  | Schemas['EndReport']
  | Schemas['RaiseSmallGroupHand']
  | Schemas['LowerSmallGroupHand']
  | Schemas['GiveSmallGroupFloor']
  | Schemas['EndSmallGroupFloor']
  | Schemas['AskRecording']
  | Schemas['AnswerRecording']
  | Schemas['StartRecording']
  | Schemas['StopRecording'];
type WithoutId<Command> = Command extends Orders ? Omit<Command, 'command_id'> : never;
/** What can be asked for in a meeting; the id that makes a retry harmless is added on the way. */
export type Command = WithoutId<Orders>;

/** The meeting in an address. */
export interface Place {
  studyId: string;
  meetingId: string;
}

export const meetingKeys = {
  all: (studyId: string) => ['meetings', studyId] as const,
  list: (studyId: string) => [...meetingKeys.all(studyId), 'list'] as const,
  meeting: ({ studyId, meetingId }: Place) => [...meetingKeys.all(studyId), meetingId] as const,
  state: (place: Place) => [...meetingKeys.meeting(place), 'state'] as const,
  captions: (place: Place) => [...meetingKeys.meeting(place), 'captions'] as const,
  comments: (place: Place) => [...meetingKeys.meeting(place), 'comments'] as const,
};

function pathOf({ studyId, meetingId }: Place) {
  return { study_id: studyId, meeting_id: meetingId };
}

/** The meetings that I am asked to, newest first. */
export function meetingsQuery(studyId: string) {
  return queryOptions({
    queryKey: meetingKeys.list(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/meetings', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** Who may chair a study's meetings; read by those who plan or chair them. */
export function chairsQuery(studyId: string) {
  return queryOptions({
    queryKey: [...meetingKeys.all(studyId), 'chairs'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/meetings/chairs', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** A meeting with its agenda, and what I may do in it. */
export function meetingQuery(place: Place) {
  return queryOptions({
    queryKey: meetingKeys.meeting(place),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/meetings/{meeting_id}', {
          params: { path: pathOf(place) },
          signal,
        }),
      ),
  });
}

/** The whole of a meeting now; once the socket is open, events keep it current. */
export function stateQuery(place: Place) {
  return queryOptions({
    queryKey: meetingKeys.state(place),
    queryFn: ({ signal }) => fetchState(place, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function fetchState(place: Place, signal?: AbortSignal): Promise<Snapshot> {
  return dataOf(
    api.GET('/api/studies/{study_id}/meetings/{meeting_id}/state', {
      params: { path: pathOf(place) },
      ...(signal ? { signal } : {}),
    }),
  );
}

/** What has been written in the meeting, oldest first. */
export function meetingCommentsQuery(place: Place) {
  return queryOptions({
    queryKey: meetingKeys.comments(place),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/meetings/{meeting_id}/comments', {
          params: { path: pathOf(place) },
          signal,
        }),
      ),
  });
}

export function usePlanMeeting(studyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: MeetingPlan) =>
      dataOf(
        api.POST('/api/studies/{study_id}/meetings', {
          params: { path: { study_id: studyId } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: meetingKeys.list(studyId) }),
  });
}

/** Changes a meeting that has not begun. */
export function useChangePlan(place: Place) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: MeetingPlan) =>
      dataOf(
        api.PUT('/api/studies/{study_id}/meetings/{meeting_id}', {
          params: { path: pathOf(place) },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: meetingKeys.all(place.studyId) }),
  });
}

/** Sends a link to everybody asked who has none yet. */
export function useInvite(place: Place) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/studies/{study_id}/meetings/{meeting_id}/invitations', {
          params: { path: pathOf(place) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: meetingKeys.meeting(place) }),
  });
}

/** Tries again when nothing came back: the id tells the server that it is the same action. */
const LOST_ANSWERS = 3;

function isLostAnswer(failures: number, error: Error): boolean {
  return failures < LOST_ANSWERS && asProblem(error).isUnreachable;
}

interface Numbered {
  commandId: string;
}

/** Asks for something in the meeting; the same id again is no second time. */
export function sendCommand(place: Place, commandId: string, command: Command) {
  return dataOf(
    api.POST('/api/studies/{study_id}/meetings/{meeting_id}/commands', {
      params: { path: pathOf(place) },
      body: { ...command, command_id: commandId },
    }),
  );
}

/** Does something in the meeting; what came of it arrives by the socket. */
export function useCommand(place: Place) {
  const { mutate, ...rest } = useMutation({
    mutationFn: ({ commandId, command }: Numbered & { command: Command }) =>
      sendCommand(place, commandId, command),
    retry: isLostAnswer,
  });
  return {
    ...rest,
    send: (command: Command, onDone?: () => void) =>
      mutate({ command, commandId: newId() }, { onSuccess: () => onDone?.() }),
  };
}

/** Votes, or changes my vote; shown as mine only once the server has it. */
export function useVote(place: Place, pollId: string) {
  const queries = useQueryClient();
  const key = meetingKeys.state(place);
  const { mutate, ...rest } = useMutation({
    mutationFn: ({ commandId, answer }: Numbered & { answer: PollAnswer }) => {
      noteSent(commandId);
      const known = queries.getQueryData<Snapshot>(key)?.my_votes[pollId]?.command_id ?? null;
      return dataOf(
        api.PUT('/api/studies/{study_id}/meetings/{meeting_id}/polls/{poll_id}/vote', {
          params: { path: { ...pathOf(place), poll_id: pollId } },
          body: { ...answer, command_id: commandId, known },
        }),
      );
    },
    retry: isLostAnswer,
    onSuccess: (mine) =>
      queries.setQueryData<Snapshot>(key, (before) => before && keepMine(before, pollId, mine)),
  });
  return { ...rest, vote: (answer: PollAnswer) => mutate({ answer, commandId: newId() }) };
}
