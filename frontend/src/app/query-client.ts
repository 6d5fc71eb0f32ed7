import { QueryClient } from '@tanstack/react-query';
import { asProblem } from '@/api/errors';

const TRIES = 3;

/** A refusal is final; only what never reached the server, or failed there, is worth another try. */
function isWorthAnotherTry(failures: number, error: Error): boolean {
  const { status, isUnreachable } = asProblem(error);
  return failures < TRIES && (isUnreachable || status === 502 || status === 503 || status === 504);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthAnotherTry, staleTime: 10_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
});
