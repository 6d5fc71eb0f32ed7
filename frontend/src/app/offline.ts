import type { QueryClient } from '@tanstack/react-query';
import { asProblem } from '@/api/errors';
import { meQuery } from '@/features/people/queries';
import { forgetKeptAnswers } from '@/lib/kept-answers';
import { forgetPages, keepPages, restorePages } from '@/lib/kept-pages';

/**
 * Asks who is here before the first page is shown. What an earlier visit kept is read only when the
 * server cannot be reached: with a connection nobody ever sees what another person left behind.
 */
export async function startOffline(queries: QueryClient): Promise<void> {
  try {
    await queries.fetchQuery({ ...meQuery(), retry: false, networkMode: 'always' });
  } catch (error) {
    if (asProblem(error).isUnreachable) {
      await restorePages(queries);
    }
  }
  keepPages(queries);
}

/** Nothing of a person stays on the device that they sign out of. */
export async function forgetThisDevice(): Promise<void> {
  await Promise.all([forgetPages(), forgetKeptAnswers()]);
}

/** Lets the browser keep the pages' own files; without that, everything works but offline. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    return;
  }
  // the name of this file changes with every build, and with it the worker and what it keeps
  const build = encodeURIComponent(new URL(import.meta.url).pathname);
  navigator.serviceWorker
    .register(`/service-worker.js?build=${build}`)
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      const tell = () => active?.postMessage({ type: 'keep', urls: usedFiles() });
      tell();
      // pages bring their own pieces later
      new PerformanceObserver(tell).observe({ type: 'resource' });
    })
    .catch(() => undefined);
}

function usedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`));
}
