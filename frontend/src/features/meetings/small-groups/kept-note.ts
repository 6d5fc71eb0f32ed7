import { type AnswerStore, browserAnswerStore } from '@/lib/kept-answers';
import { packed, unpacked } from '@/lib/packed';

/** Where the words of one person in one note wait on this device until the server has them. */
export interface NoteKeeper {
  keep(update: Uint8Array): Promise<void>;
  read(): Promise<Uint8Array | undefined>;
  forget(): Promise<void>;
}

/** Keeps the words beside the answers that wait, so that signing out asks about them and clears them. */
export function noteKeeper(
  memberId: string,
  smallGroupId: string,
  store: AnswerStore = browserAnswerStore(),
): NoteKeeper {
  // named by the person too: somebody else who signs in here never sends them
  const key = `note:${memberId}:${smallGroupId}`;
  return {
    keep: (update) => store.keep(key, { value: packed(update), keptAt: new Date().toISOString() }),
    read: async () => {
      const kept = await store.read(key);
      return typeof kept?.value === 'string' ? unpacked(kept.value) : undefined;
    },
    forget: () => store.forget(key),
  };
}
