import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnswerStore, browserAnswerStore } from '@/lib/kept-answers';
import { newId } from '@/lib/new-id';
import type { CommentStance } from './queries';

/** A comment that is being written; its `clientId` stays until the server has it. */
export interface Draft {
  clientId: string;
  text: string;
  stance: CommentStance | null;
}

const onThisDevice = browserAnswerStore();

function emptyDraft(): Draft {
  return { clientId: newId(), text: '', stance: null };
}

/** A half-written comment that outlives a closed page; `key` names the person and the thing. */
export function useDraft(key: string, store: AnswerStore = onThisDevice) {
  const [draft, setDraft] = useState(emptyDraft);
  const isTouched = useRef(false);

  useEffect(() => {
    let isCurrent = true;
    isTouched.current = false;
    setDraft(emptyDraft());
    store
      .read(key)
      .then((kept) => {
        // what is being typed already goes before what an earlier visit left
        if (kept && isCurrent && !isTouched.current) {
          setDraft(kept.value as Draft);
        }
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [key, store]);

  const change = useCallback(
    (next: Draft) => {
      isTouched.current = true;
      setDraft(next);
      const keeping = next.text
        ? store.keep(key, { value: next, keptAt: new Date().toISOString() })
        : store.forget(key);
      keeping.catch(() => undefined);
    },
    [key, store],
  );

  /** The comment has arrived, so the next one begins empty. */
  const finish = useCallback(() => {
    isTouched.current = false;
    setDraft(emptyDraft());
    store.forget(key).catch(() => undefined);
  }, [key, store]);

  return { draft, change, finish };
}
