import type { AnswerStore } from '@/lib/kept-answers';
import type { CodingWords } from './queries';

/*
 * Codings that have not reached the server, kept on this device until they have. Changes run one after
 * the other, since each reads the list before it writes it.
 */
let turn: Promise<unknown> = Promise.resolve();

export function keepUnsent(store: AnswerStore, key: string, body: CodingWords): void {
  change(store, key, (bodies) => [...bodies, body]);
}

export function forgetUnsent(store: AnswerStore, key: string, clientId: string): void {
  change(store, key, (bodies) => bodies.filter(({ client_id }) => client_id !== clientId));
}

export async function readUnsent(store: AnswerStore, key: string): Promise<CodingWords[]> {
  const kept = await store.read(key).catch(() => undefined);
  return (kept?.value as CodingWords[] | undefined) ?? [];
}

function change(
  store: AnswerStore,
  key: string,
  next: (bodies: CodingWords[]) => CodingWords[],
): void {
  turn = turn
    .then(async () => {
      const before = await readUnsent(store, key);
      const after = next(before);
      if (after.length === 0) {
        await store.forget(key);
      } else if (after.length !== before.length) {
        await store.keep(key, { value: after, keptAt: new Date().toISOString() });
      }
    })
    // where storage is forbidden the codings still stand on the page
    .catch(() => undefined);
}
