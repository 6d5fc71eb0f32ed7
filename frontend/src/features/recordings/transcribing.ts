import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { recordingKeys, recordingQuery, recordingsQuery } from './queries';

type Schemas = components['schemas'];
export type ModelOption = Schemas['ModelOption'];
export type TranscriptionOptions = Schemas['TranscriptionOptions'];
export type HowToListen = Pick<
  Schemas['TranscriptionAsk'],
  'engine' | 'model' | 'language' | 'hotwords'
>;

const HEARD_MS = 2000;

/** What may be chosen before a recording is transcribed, with how long each model takes here. */
export function optionsQuery(studyId: string) {
  return queryOptions({
    queryKey: [...recordingKeys.all(studyId), 'options'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/transcription-options', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** The words that the engine heard last, asked for while it listens. */
export function heardQuery(studyId: string, transcriptId: string) {
  return queryOptions({
    queryKey: [...recordingKeys.all(studyId), 'heard', transcriptId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/transcripts/{transcript_id}/heard', {
          params: { path: { study_id: studyId, transcript_id: transcriptId } },
          signal,
        }),
      ),
    refetchInterval: HEARD_MS,
  });
}

/** Asks for a transcript, lets it wait, goes on with it, gives it up. */
export function useTranscription(studyId: string, recordingId: string) {
  const queries = useQueryClient();
  const params = { path: { study_id: studyId, recording_id: recordingId } };
  const onSuccess = (recording: Schemas['RecordingDetail']) =>
    queries.setQueryData(recordingQuery(studyId, recordingId).queryKey, recording);
  const ask = useMutation({
    mutationFn: (body: Schemas['TranscriptionAsk']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/recordings/{recording_id}/transcripts', { params, body }),
      ),
    onSuccess,
  });
  const pause = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/studies/{study_id}/recordings/{recording_id}/pause', { params })),
    onSuccess,
  });
  const resume = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/studies/{study_id}/recordings/{recording_id}/resume', { params })),
    onSuccess,
  });
  const cancel = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/studies/{study_id}/recordings/{recording_id}/cancel', { params })),
    onSuccess,
  });
  return { ask, pause, resume, cancel };
}

/** Asks for the transcripts of several recordings, all made in the same way. */
export function useManyTranscriptions(studyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ManyAsked']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/transcriptions', {
          params: { path: { study_id: studyId } },
          body,
        }),
      ),
    onSuccess: (recordings) => queries.setQueryData(recordingsQuery(studyId).queryKey, recordings),
  });
}
