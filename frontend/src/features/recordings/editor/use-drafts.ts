import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { asProblem } from '@/api/errors';
import { browserAnswerStore } from '@/lib/kept-answers';
import { type Clash, type Draft, type DraftsSnapshot, KeptDrafts } from './kept-drafts';
import type { Steps } from './queries';

interface Drafts extends DraftsSnapshot {
  kept: KeptDrafts;
}

/** What is being typed into a transcript, saved as it settles and kept without a connection. */
export function useDrafts(documentId: string, memberId: string, words: Steps['words']): Drafts {
  const send = useRef(words.mutateAsync);
  useEffect(() => {
    send.current = words.mutateAsync;
  });
  const kept = useMemo(
    () =>
      new KeptDrafts({
        name: `transcript/${memberId}/${documentId}`,
        store: browserAnswerStore(),
        send: async (
          passageId: string,
          { text, seen, step }: Draft,
        ): Promise<Clash | undefined> => {
          const passages = [{ segment_id: passageId, seen, text }];
          const { conflicts } = await send.current({ client_id: step, passages });
          return conflicts.find(({ segment_id: id }) => id === passageId);
        },
        isWorthRetrying: (error) => {
          const { status, isUnreachable } = asProblem(error);
          return isUnreachable || status >= 500 || status === 429;
        },
      }),
    [documentId, memberId],
  );
  useEffect(() => {
    void kept.resume();
    return () => void kept.flushAll();
  }, [kept]);
  return { kept, ...useSyncExternalStore(kept.subscribe, kept.snapshot) };
}
