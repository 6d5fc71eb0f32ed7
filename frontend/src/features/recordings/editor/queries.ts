import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { appended, type Changes, changed, isUnbroken, type Transcript } from './transcript';

type Schemas = components['schemas'];

/** What is fetched before the first text can be seen; the rest comes in larger stretches. */
const FIRST = 100;
const STRETCH = 500;
const NEWS_MS = 3000;

const editorKeys = {
  transcript: (studyId: string, documentId: string) =>
    ['texts', studyId, 'passages', documentId] as const,
  news: (studyId: string, documentId: string) => ['texts', studyId, 'news', documentId] as const,
  identifying: (studyId: string) => ['identifying', studyId] as const,
};

/** The beginning of a transcript; `useTranscript` fetches the rest. */
export function transcriptQuery(studyId: string, documentId: string) {
  return queryOptions({
    queryKey: editorKeys.transcript(studyId, documentId),
    queryFn: async ({ signal }): Promise<Transcript> => {
      const page = await readPage(studyId, documentId, { offset: 0, limit: FIRST }, signal);
      return begun(page);
    },
    // what is new arrives as changes
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function readWhole(studyId: string, documentId: string): Promise<Transcript> {
  const page = await readPage(studyId, documentId, { offset: 0, limit: STRETCH });
  let whole = begun(page);
  while (whole.passages.length < whole.total) {
    const offset = whole.passages.length;
    const next = await readPage(studyId, documentId, { offset, limit: STRETCH });
    whole = appended(whole, next);
    if (whole.passages.length === offset) {
      break;
    }
  }
  return whole;
}

function begun(page: Schemas['PassagePage']): Transcript {
  return {
    passages: page.passages,
    speakers: page.speakers,
    total: page.total,
    isCorrectable: page.is_correctable,
    asOf: page.as_of,
    here: [],
  };
}

function readPage(
  studyId: string,
  documentId: string,
  query: { offset: number; limit: number },
  signal?: AbortSignal,
) {
  return dataOf(
    api.GET('/api/studies/{study_id}/documents/{document_id}/passages', {
      params: { path: { study_id: studyId, document_id: documentId }, query },
      ...(signal && { signal }),
    }),
  );
}

/** A transcript that grows to its whole length and takes in what others do to it. */
export function useTranscript(studyId: string, openId: string | undefined): Transcript | undefined {
  const queries = useQueryClient();
  const documentId = openId ?? '';
  const asked = transcriptQuery(studyId, documentId);
  const { data } = useQuery({ ...asked, enabled: openId !== undefined });
  const there = data?.passages.length ?? 0;
  const isWhole = data !== undefined && there >= data.total;
  useEffect(() => {
    if (there === 0 || isWhole) {
      return;
    }
    const leaving = new AbortController();
    readPage(studyId, documentId, { offset: there, limit: STRETCH }, leaving.signal)
      .then((page) => {
        const old = queries.getQueryData(transcriptQuery(studyId, documentId).queryKey);
        const next = old && appended(old, page);
        if (next && next.passages.length > old.passages.length && isUnbroken(next)) {
          queries.setQueryData(transcriptQuery(studyId, documentId).queryKey, next);
        } else if (!leaving.signal.aborted) {
          // passages were split or joined meanwhile: begin again
          void queries.invalidateQueries(transcriptQuery(studyId, documentId));
        }
      })
      .catch(() => undefined);
    return () => leaving.abort();
  }, [studyId, documentId, there, isWhole, queries]);
  useQuery({
    queryKey: editorKeys.news(studyId, documentId),
    queryFn: async ({ signal }) => {
      const since = queries.getQueryData(asked.queryKey)?.asOf ?? new Date().toISOString();
      const news = await dataOf(
        api.GET('/api/studies/{study_id}/documents/{document_id}/changes', {
          params: { path: { study_id: studyId, document_id: documentId }, query: { since } },
          signal,
        }),
      );
      queries.setQueryData(asked.queryKey, (old) => old && seen(changed(old, news), news.here));
      return news.as_of;
    },
    enabled: isWhole,
    refetchInterval: NEWS_MS,
    gcTime: 0,
  });
  return data;
}

/** The transcript with those who have it open; the same one where nobody came or went. */
function seen(transcript: Transcript, here: readonly string[]): Transcript {
  return transcript.here.join() === here.join() ? transcript : { ...transcript, here };
}

/** The steps of the editor; each answer is taken into the transcript. */
export function useSteps(studyId: string, documentId: string) {
  const queries = useQueryClient();
  const params = { path: { study_id: studyId, document_id: documentId } };
  const { queryKey } = transcriptQuery(studyId, documentId);
  const onSuccess = (news: Changes) => {
    queries.setQueryData(queryKey, (old) => old && changed(old, news));
    // codings have moved with their words
    void queries.invalidateQueries({ queryKey: ['coding', studyId], refetchType: 'none' });
  };
  const base = '/api/studies/{study_id}/documents/{document_id}/edits' as const;
  const words = useMutation({
    mutationFn: (body: Schemas['WordsEdit']) => dataOf(api.POST(`${base}/words`, { params, body })),
    onSuccess,
  });
  const speaker = useMutation({
    mutationFn: (body: Schemas['SpeakerEdit']) =>
      dataOf(api.POST(`${base}/speaker`, { params, body })),
    onSuccess,
  });
  const split = useMutation({
    mutationFn: (body: Schemas['SplitEdit']) => dataOf(api.POST(`${base}/split`, { params, body })),
    onSuccess,
  });
  const join = useMutation({
    mutationFn: (body: Schemas['JoinEdit']) => dataOf(api.POST(`${base}/join`, { params, body })),
    onSuccess,
  });
  const undo = useMutation({
    mutationFn: () => dataOf(api.POST(`${base}/undo`, { params })),
    onSuccess,
  });
  const redo = useMutation({
    mutationFn: () => dataOf(api.POST(`${base}/redo`, { params })),
    onSuccess,
  });
  return { words, speaker, split, join, undo, redo };
}

export type Steps = ReturnType<typeof useSteps>;

/** The words of a study that only its researchers read. */
export function identifyingQuery(studyId: string) {
  return queryOptions({
    queryKey: editorKeys.identifying(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/identifying', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** Marks words as identifying, or takes the mark off; the transcript is read afresh. */
export function useMasks(studyId: string, documentId: string) {
  const queries = useQueryClient();
  const path = { study_id: studyId };
  const onSuccess = async () => {
    await queries.invalidateQueries(identifyingQuery(studyId));
    // read whole before it is shown, so that nothing moves under the reader
    const whole = await readWhole(studyId, documentId);
    queries.setQueryData(transcriptQuery(studyId, documentId).queryKey, whole);
  };
  const mark = useMutation({
    mutationFn: (body: Schemas['IdentifyingIn']) =>
      dataOf(api.POST('/api/studies/{study_id}/identifying', { params: { path }, body })),
    onSuccess,
  });
  const unmark = useMutation({
    mutationFn: (id: string) =>
      dataOf(
        api.DELETE('/api/studies/{study_id}/identifying/{marked_id}', {
          params: { path: { ...path, marked_id: id } },
        }),
      ),
    onSuccess,
  });
  return { mark, unmark };
}
