import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, expect, test } from 'vitest';
import { person } from '@/testing/factories';
import { server } from '@/testing/server';
import { watchForEndedSession } from './ended-session';
import { queryClient } from './query-client';
import { router as appRouter } from './router';

const FORM = {
  study_title: 'Study 1',
  form_id: 'form-2',
  version: 2,
  text: 'We keep what you say.\n\nYou can stop at any time.',
};

/** A server that asks a member with these roles for consent until it is given. */
function serveStudyThatAsks(roles: string[]) {
  let givenAt: string | null = null;
  server.use(
    http.get('*/api/me', () => {
      const me = person({ studies: [roles] });
      const memberships = me.memberships.map((one) => ({ ...one, consent_needed: !givenAt }));
      return HttpResponse.json({ ...me, memberships });
    }),
    http.get('*/api/studies/study-1/consent', () =>
      HttpResponse.json({ ...FORM, given_at: givenAt }),
    ),
    // beyond the form there is nothing in these tests
    http.get('*/api/studies/study-1', () => HttpResponse.json({}, { status: 404 })),
    http.post('*/api/studies/study-1/consent', async ({ request }) => {
      expect(await request.json()).toEqual({ form_id: 'form-2' });
      givenAt = '2026-11-21T10:00:00Z';
      return HttpResponse.json({ ...FORM, given_at: givenAt });
    }),
  );
}

function openAt(path: string) {
  // the app's own routes, with a history of this test's own
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ ...appRouter.options, history });
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  return router;
}

async function seeForm() {
  const name = 'Before you take part';
  expect(await screen.findByRole('heading', { name }, { timeout: 15_000 })).toBeVisible();
}

afterEach(() => queryClient.clear());

test.each([
  ['a panel page', ['panel'], '/panel/study-1/somewhere?tab=2'],
  ['a meeting', ['chair'], '/live/study-1/somewhere'],
  ['a page of the team', ['researcher', 'panel'], '/studies/study-1/somewhere'],
])(
  'consent comes before %s, and then the person goes on to it',
  { timeout: 30_000 },
  async (...[_what, roles, path]) => {
    serveStudyThatAsks(roles);
    const router = openAt(path);
    await seeForm();
    expect(router.state.location.pathname).toBe('/panel/study-1/consent');
    expect(screen.getByText('You can stop at any time.')).toBeVisible();
    expect(screen.getByText('Version 2')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'I agree and continue' }));
    await expect.poll(() => router.state.location.href, { timeout: 10_000 }).toBe(path);
  },
);

test('a form that has changed meanwhile is put before somebody who is already inside', {
  timeout: 30_000,
}, async () => {
  let isChanged = false;
  const refusal = { type: 'urn:colloquy:problem:ConsentNeeded', status: 403 };
  server.use(
    http.get('*/api/me', () => {
      const me = person({ studies: [['panel']] });
      const memberships = me.memberships.map((one) => ({ ...one, consent_needed: isChanged }));
      return HttpResponse.json({ ...me, memberships });
    }),
    http.get('*/api/studies/study-1/consent', () => HttpResponse.json({ ...FORM, given_at: null })),
    http.get('*/api/studies/study-1/rounds/mine', () => {
      isChanged = true;
      return HttpResponse.json(refusal, { status: 403 });
    }),
  );
  const router = openAt('/panel/study-1/rounds');
  watchForEndedSession(queryClient, router);
  await seeForm();
  expect(router.state.location.search).toEqual({ next: '/panel/study-1/rounds' });
});
