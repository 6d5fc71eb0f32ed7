import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { recordingKeys } from '../queries';

type Schemas = components['schemas'];
export type Understood = Schemas['TranscriptUnderstood'];
export type Imported = Schemas['TranscriptImported'];

export type TranscriptAlone = Schemas['TranscriptAlone'];

/** The transcripts of a study that have no recording, newest first. */
export function aloneQuery(studyId: string) {
  return queryOptions({
    queryKey: [...recordingKeys.all(studyId), 'alone'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/imported-transcripts', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

const WORDS = /\.(vtt|srt|docx|doc|txt|pdf)$/i;

/** True for a file that seems to hold words and not sound; the server looks at what is in it. */
export function seemsTranscript(file: File): boolean {
  return WORDS.test(file.name);
}

/** Shows what is understood of a transcript's file, and takes it in. */
export function useImport(studyId: string) {
  const queries = useQueryClient();
  const body = (file: File) => ({
    body: file as unknown as string, // a file is its own body; the schema knows bytes as text
    bodySerializer: (sent: unknown) => sent as Blob,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  const preview = useMutation({
    mutationFn: (file: File) =>
      dataOf(
        api.POST('/api/studies/{study_id}/imported-transcripts/preview', {
          params: { path: { study_id: studyId } },
          ...body(file),
        }),
      ),
  });
  const takeIn = useMutation({
    mutationFn: ({
      file,
      ...about
    }: {
      file: File;
      title: string;
      recordingId: string;
      meetingId: string;
    }) =>
      dataOf(
        api.POST('/api/studies/{study_id}/imported-transcripts', {
          params: {
            path: { study_id: studyId },
            query: {
              file_name: file.name,
              title: about.title,
              recording_id: about.recordingId || null,
              meeting_id: about.meetingId || null,
            },
          },
          ...body(file),
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: recordingKeys.all(studyId) }),
        queries.invalidateQueries({ queryKey: ['texts', studyId] }),
      ]),
  });
  return { preview, takeIn };
}
