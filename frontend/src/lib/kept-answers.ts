import { clear, createStore, del, get, keys, set, type UseStore } from 'idb-keyval';

/** An answer that is on this device and has not reached the server. */
export interface KeptAnswer {
  value: unknown;
  keptAt: string;
}

/** Where answers wait; in tests, or where the browser forbids storage, a map will do. */
export interface AnswerStore {
  keep(key: string, answer: KeptAnswer): Promise<void>;
  read(key: string): Promise<KeptAnswer | undefined>;
  forget(key: string): Promise<void>;
}

/** Answers kept in the browser's database, so that they outlive a closed page. */
export function browserAnswerStore(): AnswerStore {
  let store: UseStore | undefined;
  const open = () => {
    store ??= createStore('colloquy', 'answers');
    return store;
  };
  return {
    // async, so that a browser that forbids storage rejects instead of throwing
    keep: async (key, answer) => set(key, answer, open()),
    read: async (key) => get<KeptAnswer>(key, open()),
    forget: async (key) => del(key, open()),
  };
}

/** How many answers on this device have not reached the server. */
export async function countKeptAnswers(): Promise<number> {
  return (await keys(createStore('colloquy', 'answers'))).length;
}

/** Forgets every answer on this device, whoever gave it. */
export async function forgetKeptAnswers(): Promise<void> {
  await clear(createStore('colloquy', 'answers'));
}

/** The keys of what this device keeps under a name. */
export async function keptUnder(prefix: string): Promise<string[]> {
  const all = await keys<string>(createStore('colloquy', 'answers'));
  return all.filter((key) => key.startsWith(prefix));
}
