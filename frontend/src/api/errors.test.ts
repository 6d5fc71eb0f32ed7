import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { server } from '@/testing/server';
import { api, dataOf } from './client';
import { asProblem, Problem } from './errors';

async function refusal(response: () => Response): Promise<Problem> {
  server.use(http.get('*/api/me', response));
  const error = await dataOf(api.GET('/api/me')).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  return asProblem(error);
}

test("a refusal carries the server's sentence and what is wrong with each field", async () => {
  const problem = await refusal(() =>
    HttpResponse.json(
      {
        type: 'about:blank',
        title: 'Something needs your attention',
        status: 422,
        detail: 'Line 3 has no e-mail address.',
        fields: [{ path: 'lines.3.email', message: 'Give an e-mail address.' }, 'nonsense'],
      },
      { status: 422, headers: { 'content-type': 'application/problem+json' } },
    ),
  );
  expect(problem.message).toBe('Line 3 has no e-mail address.');
  expect(problem.title).toBe('Something needs your attention');
  expect(problem.fields).toEqual([{ path: 'lines.3.email', message: 'Give an e-mail address.' }]);
});

test("a proxy's page becomes a plain sentence", async () => {
  const problem = await refusal(() => new HttpResponse('<h1>502</h1>', { status: 502 }));
  expect(problem.status).toBe(502);
  expect(problem.message).toMatch(/^What you saved is safe/);
});

test('a body that is not an object still makes a problem', async () => {
  const problem = await refusal(() => HttpResponse.json(['no'], { status: 400 }));
  expect(problem.message).not.toBe('');
});

test('a lost connection says that what was written stays', async () => {
  const problem = await refusal(() => HttpResponse.error());
  expect(problem.isUnreachable).toBe(true);
  expect(problem.message).toMatch(/stays on this page/);
});

test('an unexpected error shows none of its own words', () => {
  expect(asProblem(new TypeError('x is undefined')).message).not.toContain('undefined');
});

test('a request that was called off is not a problem', async () => {
  server.use(http.get('*/api/me', () => new Promise<Response>(() => undefined)));
  const stop = new AbortController();
  const call = dataOf(api.GET('/api/me', { signal: stop.signal }));
  stop.abort();
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
});
