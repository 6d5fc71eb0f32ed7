import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnswerStore, browserAnswerStore } from './kept-answers';
import { Saving, type SavingState } from './saving';

interface UseSavingOptions<Value> {
  key: string;
  send: (value: Value) => Promise<unknown>;
  isWorthRetrying: (error: unknown) => boolean;
  /** Called with an answer that an earlier visit could not send. */
  onResume?: (value: Value) => void;
  store?: AnswerStore;
}

interface Saved<Value> {
  state: SavingState;
  error: unknown;
  change: (value: Value) => void;
}

const onThisDevice = browserAnswerStore();

/** Saves an answer as it is given, through lost connections and reloads; says how that stands. */
export function useSaving<Value>(options: UseSavingOptions<Value>): Saved<Value> {
  const [standing, setStanding] = useState<{ state: SavingState; error?: unknown }>({
    state: 'untouched',
  });
  const saving = useRef<Saving<Value>>(undefined);
  const latest = useRef(options);
  const { key, store = onThisDevice } = options;

  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const current = new Saving<Value>({
      key,
      store,
      send: (value) => latest.current.send(value),
      isWorthRetrying: (error) => latest.current.isWorthRetrying(error),
      onState: (state, error) => setStanding({ state, error }),
    });
    saving.current = current;
    void current.resume().then((value) => {
      if (value !== undefined) {
        latest.current.onResume?.(value);
      }
    });
    return () => current.end();
  }, [key, store]);

  const change = useCallback((value: Value) => saving.current?.change(value), []);
  return { ...standing, error: standing.error, change };
}
