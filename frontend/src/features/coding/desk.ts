import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnswerStore, browserAnswerStore } from '@/lib/kept-answers';
import { newId } from '@/lib/new-id';
import {
  type Coding,
  type CodingChanges,
  type CodingWords,
  changeCoding,
  codingKeys,
  codingsQuery,
  removeCoding,
  restoreCoding,
} from './queries';
import { draftOf, type Local, type LocalCodings, merge } from './shown';
import { forgetUnsent, keepUnsent, readUnsent } from './unsent';
import { Work } from './work';

/** Chosen words of a segment, in codepoints. */
export interface Passage {
  segmentId: string;
  start: number;
  end: number;
  quote: string;
}

interface DeskOptions {
  studyId: string;
  documentId: string;
  coder: { id: string; name: string };
  store?: AnswerStore;
}

const onThisDevice = browserAnswerStore();

/** The codings of a document and what can be done to them: shown at once, confirmed, undone. */
export function useCodingDesk({ studyId, documentId, coder, store = onThisDevice }: DeskOptions) {
  const queries = useQueryClient();
  const { data: saved, error } = useQuery(codingsQuery(studyId, documentId));
  const [local, setLocal] = useState<LocalCodings>(new Map());
  const [undos, setUndos] = useState<(() => void)[]>([]);
  const work = useRef(new Work(studyId));
  const deviceKey = `codings,${coder.id},${documentId}`;

  const put = useCallback((clientId: string, entry: Local | undefined) => {
    setLocal((before) => {
      const after = new Map(before);
      entry ? after.set(clientId, entry) : after.delete(clientId);
      return after;
    });
  }, []);

  const run = useCallback(
    (
      clientId: string,
      coding: Coding | undefined,
      task: (id: string) => Promise<Coding | null>,
    ) => {
      put(clientId, { coding, standing: 'saving' });
      work.current.enqueue(clientId, task, {
        onDone: (answer, isLast) => {
          forgetUnsent(store, deviceKey, clientId);
          writeToCache(queries, studyId, documentId, clientId, answer);
          if (isLast) {
            put(clientId, undefined);
          }
        },
        onFailed: (failure) =>
          put(clientId, {
            coding,
            standing: 'failed',
            error: failure,
            retry: () => run(clientId, coding, task),
          }),
      });
    },
    [put, queries, studyId, documentId, store, deviceKey],
  );

  const make = useCallback(
    (body: CodingWords) => {
      work.current.begin(body);
      run(body.client_id, draftOf(body, documentId, coder), () =>
        work.current.made(body.client_id),
      );
    },
    [run, documentId, coder],
  );

  // what an earlier visit could not send goes out now; sent twice, it is made once
  const isHere = saved !== undefined;
  useEffect(() => work.current.know(saved ?? []), [saved]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each document
  useEffect(() => {
    if (isHere) {
      void readUnsent(store, deviceKey).then((bodies) => bodies.forEach(make));
    }
  }, [isHere, deviceKey]);

  const shown = merge(saved ?? [], local);

  function push(undo: () => void) {
    setUndos((before) => [...before, undo]);
  }

  function code(passage: Passage, says: Pick<CodingWords, 'code_id' | 'mechanism_id'>): string {
    const body: CodingWords = {
      client_id: newId(),
      segment_id: passage.segmentId,
      start: passage.start,
      end: passage.end,
      quote: passage.quote,
      memo: '',
      ...says,
    };
    keepUnsent(store, deviceKey, body);
    make(body);
    push(() => discard(body.client_id));
    return body.client_id;
  }

  function apply(coding: Coding, changes: CodingChanges) {
    const next = { ...coding, ...changes } as Coding;
    run(coding.client_id, next, (id) => changeCoding(studyId, id, changes));
  }

  function change(coding: Coding, changes: CodingChanges) {
    const names = Object.keys(changes) as (keyof CodingChanges)[];
    const before = Object.fromEntries(names.map((name) => [name, coding[name]])) as CodingChanges;
    apply(coding, changes);
    push(() => apply({ ...coding, ...changes } as Coding, before));
  }

  /** Takes a coding away; false when the server never had it, so that there is nothing to put back. */
  function discard(clientId: string): boolean {
    if (work.current.isUnmade(clientId)) {
      work.current.abandon(clientId);
      forgetUnsent(store, deviceKey, clientId);
      put(clientId, undefined);
      return false;
    }
    run(clientId, undefined, (id) => removeCoding(studyId, id).then(() => null));
    return true;
  }

  function remove(coding: Coding) {
    if (discard(coding.client_id)) {
      const { client_id } = coding;
      push(() => run(client_id, coding, (id) => restoreCoding(studyId, id)));
    }
  }

  function undo() {
    undos.at(-1)?.();
    setUndos((before) => before.slice(0, -1));
  }

  function retryAll() {
    for (const entry of local.values()) {
      entry.retry?.();
    }
  }

  const failures = [...local.values()].filter(({ standing }) => standing === 'failed');
  return {
    codings: shown,
    isLoading: saved === undefined && !error,
    error,
    failures,
    canUndo: undos.length > 0,
    code,
    change,
    remove,
    undo,
    retryAll,
  };
}

function writeToCache(
  queries: QueryClient,
  studyId: string,
  documentId: string,
  clientId: string,
  answer: Coding | null,
): void {
  queries.setQueryData(codingsQuery(studyId, documentId).queryKey, (before = []) => {
    if (answer === null) {
      return before.filter(({ client_id }) => client_id !== clientId);
    }
    const isThere = before.some(({ client_id }) => client_id === clientId);
    return isThere
      ? before.map((coding) => (coding.client_id === clientId ? answer : coding))
      : [...before, answer];
  });
  void queries.invalidateQueries({ queryKey: codingKeys.counts(studyId) });
  void queries.invalidateQueries({ queryKey: codingKeys.codebook(studyId) });
  void queries.invalidateQueries({ queryKey: codingKeys.excerpts(studyId) });
}
