import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { transcriptQuery } from './editor/queries';

type Schemas = components['schemas'];
export type Recording = Schemas['RecordingRead'];
export type RecordingDetail = Schemas['RecordingDetail'];
export type Transcript = Schemas['TranscriptRead'];
export type TranscriptText = Schemas['DocumentRead'];

const POLL_MS = 1000;

export const recordingKeys = {
  all: (studyId: string) => ['recordings', studyId] as const,
  one: (studyId: string, id: string) => [...recordingKeys.all(studyId), id] as const,
};

/** True while a worker has it in hand or will have. */
function isAtWork(recording: Pick<Recording, 'transcripts'>): boolean {
  return recording.transcripts.some(
    ({ job }) => job?.state === 'queued' || job?.state === 'running',
  );
}

/** The newest transcript that can be read. */
export function readable(recording: Pick<Recording, 'transcripts'>): Transcript | undefined {
  return recording.transcripts.find((transcript) => transcript.document_id);
}

export function recordingsQuery(studyId: string) {
  return queryOptions({
    queryKey: recordingKeys.all(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/recordings', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.some(isAtWork) ? POLL_MS : false),
  });
}

/** A recording, asked for every second while it is being transcribed. */
export function recordingQuery(studyId: string, recordingId: string) {
  return queryOptions({
    queryKey: recordingKeys.one(studyId, recordingId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/recordings/{recording_id}', {
          params: { path: { study_id: studyId, recording_id: recordingId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? POLL_MS : false),
  });
}

/** Says where a recording belongs and who vouches for its words; each answer is the recording as it is then. */
export function useRecordingVerbs(studyId: string, recordingId: string) {
  const queries = useQueryClient();
  const params = { path: { study_id: studyId, recording_id: recordingId } };
  const onSuccess = async (recording: RecordingDetail) => {
    queries.setQueryData(recordingQuery(studyId, recordingId).queryKey, recording);
    await queries.invalidateQueries({ queryKey: ['texts', studyId] });
  };
  const update = useMutation({
    mutationFn: (body: Schemas['RecordingUpdate']) =>
      dataOf(api.PATCH('/api/studies/{study_id}/recordings/{recording_id}', { params, body })),
    onSuccess,
  });
  const check = useMutation({
    mutationFn: (transcriptId: string) =>
      dataOf(
        api.POST('/api/studies/{study_id}/transcripts/{transcript_id}/checked', {
          params: { path: { study_id: studyId, transcript_id: transcriptId } },
        }),
      ),
    onSuccess,
  });
  return { update, check };
}

/** Settles the consent of those who speak: it opens the recording, or closes it. */
export function useConsent(studyId: string, recordingId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ConsentGive']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/recordings/{recording_id}/consent', {
          params: { path: { study_id: studyId, recording_id: recordingId } },
          body,
        }),
      ),
    onSuccess: async (recording) => {
      queries.setQueryData(recordingQuery(studyId, recordingId).queryKey, recording);
      await queries.invalidateQueries({ queryKey: ['texts', studyId] });
    },
  });
}

/** Says whose voice each track is; each answer is the recording as it is then. */
export function useTracks(studyId: string, recordingId: string) {
  const queries = useQueryClient();
  const path = { study_id: studyId, recording_id: recordingId };
  const onSuccess = (recording: RecordingDetail) =>
    queries.setQueryData(recordingQuery(studyId, recordingId).queryKey, recording);
  const split = useMutation({
    mutationFn: (body: Schemas['Sides']) =>
      dataOf(
        api.PUT('/api/studies/{study_id}/recordings/{recording_id}/sides', {
          params: { path },
          body,
        }),
      ),
    onSuccess,
  });
  const join = useMutation({
    mutationFn: () =>
      dataOf(
        api.DELETE('/api/studies/{study_id}/recordings/{recording_id}/sides', { params: { path } }),
      ),
    onSuccess,
  });
  const name = useMutation({
    mutationFn: ({ id, ...body }: { id: string } & Schemas['Voice']) =>
      dataOf(
        api.PATCH('/api/studies/{study_id}/recordings/{recording_id}/tracks/{track_id}', {
          params: { path: { ...path, track_id: id } },
          body,
        }),
      ),
    onSuccess,
  });
  return { split, join, name };
}

/** Names the voices of a transcript. */
export function useCorrections(studyId: string, documentId: string) {
  const queries = useQueryClient();
  const path = { study_id: studyId, document_id: documentId };
  const onSuccess = ({ speakers }: TranscriptText) =>
    // passages that are another voice's now arrive as changes
    queries.setQueryData(
      transcriptQuery(studyId, documentId).queryKey,
      (old) => old && { ...old, speakers },
    );
  const addSpeaker = useMutation({
    mutationFn: (body: Schemas['SpeakerCreate']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/documents/{document_id}/speakers', {
          params: { path },
          body,
        }),
      ),
    onSuccess,
  });
  const nameSpeaker = useMutation({
    mutationFn: ({ id, ...body }: { id: string } & Schemas['SpeakerUpdate']) =>
      dataOf(
        api.PATCH('/api/studies/{study_id}/documents/{document_id}/speakers/{speaker_id}', {
          params: { path: { ...path, speaker_id: id } },
          body,
        }),
      ),
    onSuccess,
  });
  return { addSpeaker, nameSpeaker };
}
