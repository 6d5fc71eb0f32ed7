import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { recordingKeys } from './queries';

type Schemas = components['schemas'];
export type VoiceSource = Schemas['Source'];
type Job = Schemas['JobRead'];

const POLL_MS = 1000;

/** The moments of a recording’s meeting that can be clicked on where they are heard. */
export function momentsQuery(studyId: string, recordingId: string, meetingId: string) {
  return queryOptions({
    queryKey: [...recordingKeys.one(studyId, recordingId), 'moments', meetingId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/recordings/{recording_id}/moments', {
          params: { path: { study_id: studyId, recording_id: recordingId } },
          signal,
        }),
      ),
  });
}

/** From what it may be known who speaks in a transcript. */
export function voiceSourcesQuery(studyId: string, transcriptId: string) {
  return queryOptions({
    queryKey: [...recordingKeys.all(studyId), 'sources', transcriptId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/transcripts/{transcript_id}/voice-sources', {
          params: { path: { study_id: studyId, transcript_id: transcriptId } },
          signal,
        }),
      ),
  });
}

/** Asks for work and follows it to its end; what it changed is fetched afresh. */
function useWork<Asked>(
  studyId: string,
  ask: (asked: Asked) => Promise<Job>,
  read: (jobId: string) => Promise<Job>,
) {
  const queries = useQueryClient();
  const [jobId, setJobId] = useState<string>();
  const asking = useMutation({ mutationFn: ask, onSuccess: ({ id }) => setJobId(id) });
  const { data: job } = useQuery({
    queryKey: ['recordings', studyId, 'work', jobId],
    queryFn: () => read(jobId ?? ''),
    enabled: Boolean(jobId),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : POLL_MS),
  });
  const isDone = job?.state === 'done';
  useEffect(() => {
    if (isDone) {
      void queries.invalidateQueries({ queryKey: recordingKeys.all(studyId) });
      void queries.invalidateQueries({ queryKey: ['texts', studyId] });
    }
  }, [isDone, queries, studyId]);
  const isBusy = asking.isPending || Boolean(jobId && !(job && isOver(job)));
  const failed = asking.error ?? (job?.state === 'failed' ? new Error(job.error) : undefined);
  return { ask: asking.mutate, isBusy, isDone: isDone && !isBusy, failed };
}

/** Puts a recording in time by another of the same moment. */
export function useAlignmentBySound(studyId: string, recordingId: string) {
  const path = { study_id: studyId, recording_id: recordingId };
  return useWork(
    studyId,
    (body: Schemas['AlignAsked']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/recordings/{recording_id}/alignments', {
          params: { path },
          body,
        }),
      ),
    (jobId) =>
      dataOf(
        api.GET('/api/studies/{study_id}/recordings/{recording_id}/alignments/{job_id}', {
          params: { path: { ...path, job_id: jobId } },
        }),
      ),
  );
}

/** Has it found out who speaks in a transcript. */
export function useVoicing(studyId: string, transcriptId: string) {
  const path = { study_id: studyId, transcript_id: transcriptId };
  return useWork(
    studyId,
    (body: Schemas['VoicesAsked']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/transcripts/{transcript_id}/voices', {
          params: { path },
          body,
        }),
      ),
    (jobId) =>
      dataOf(
        api.GET('/api/studies/{study_id}/transcripts/{transcript_id}/voices/{job_id}', {
          params: { path: { ...path, job_id: jobId } },
        }),
      ),
  );
}

function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** The words of a transcript with their voices, as they stand now. */
export function spokenQuery(studyId: string, documentId: string) {
  return queryOptions({
    queryKey: ['texts', studyId, 'spoken', documentId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/documents/{document_id}', {
          params: { path: { study_id: studyId, document_id: documentId } },
          signal,
        }),
      ),
  });
}

/** Gives some passages of a voice to a new one. */
export function useSplitVoice(studyId: string, documentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string } & Schemas['SpeakerSplit']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/documents/{document_id}/speakers/{speaker_id}/split', {
          params: { path: { study_id: studyId, document_id: documentId, speaker_id: id } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['texts', studyId] }),
  });
}
