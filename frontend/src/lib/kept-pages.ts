import { type DehydratedState, dehydrate, hydrate, type QueryClient } from '@tanstack/react-query';
import { clear, createStore, del, get, set, type UseStore } from 'idb-keyval';

/** Marks what a page needs to open without a connection; only a person's own things are marked. */
export const KEPT = { isKept: true } as const;

/** What is kept of an earlier release of these pages may have another shape, so it is not read. */
const RELEASE = new URL(import.meta.url).pathname;
const KEY = 'pages';
const LONGEST_MS = 14 * 24 * 60 * 60_000;
const SETTLE_MS = 300;

interface Kept {
  release: string;
  keptAt: number;
  state: DehydratedState;
}

let database: UseStore | undefined;

function store(): UseStore {
  database ??= createStore('colloquy-pages', 'pages');
  return database;
}

/** Puts back what was kept, for a page that is opened without a connection. */
export async function restorePages(queries: QueryClient): Promise<void> {
  // async all through: a browser that forbids storage simply has nothing
  const kept = await readKept().catch(() => undefined);
  if (kept && kept.release === RELEASE && Date.now() - kept.keptAt < LONGEST_MS) {
    hydrate(queries, kept.state);
  }
}

/** Keeps what is marked, as it changes, in place of whatever was kept for anybody before. */
export function keepPages(queries: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return queries.getQueryCache().subscribe(({ query, type }) => {
    if (query.meta?.isKept && (type === 'updated' || type === 'removed')) {
      clearTimeout(timer);
      timer = setTimeout(() => void writeKept(queries).catch(() => undefined), SETTLE_MS);
    }
  });
}

/** Leaves nothing on this device: for a person who signs out. */
export async function forgetPages(): Promise<void> {
  await clear(store());
}

async function readKept(): Promise<Kept | undefined> {
  return get<Kept>(KEY, store());
}

async function writeKept(queries: QueryClient): Promise<void> {
  const state = dehydrate(queries, {
    shouldDehydrateQuery: ({ meta, state: { data } }) =>
      meta?.isKept === true && data !== undefined,
    shouldDehydrateMutation: () => false,
  });
  if (state.queries.length === 0) {
    return del(KEY, store());
  }
  const kept: Kept = { release: RELEASE, keptAt: Date.now(), state };
  await set(KEY, kept, store());
}
