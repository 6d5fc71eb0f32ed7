import createClient, { type Middleware } from 'openapi-fetch';
import { problemFrom, unreachable } from './errors';
import type { paths } from './schema.gen';

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) {
      throw await problemFrom(response);
    }
  },
  onError({ error }) {
    // a request that was called off is nobody's problem
    return isAbort(error) ? undefined : unreachable();
  },
};

/** The typed HTTP client. Every refusal is thrown as a `Problem`. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  // looked up on every call, so that tests can put a server of their own in between
  fetch: (request) => globalThis.fetch(request),
});

api.use(problems);

/** The body of an answer, for query and mutation functions: `dataOf(api.GET('/api/me'))`. */
export async function dataOf<Answer extends { data?: unknown }>(
  call: Promise<Answer>,
): Promise<Exclude<Answer['data'], undefined>> {
  const { data } = await call;
  return data as Exclude<Answer['data'], undefined>;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
