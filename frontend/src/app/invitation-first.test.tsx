import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, expect, test } from 'vitest';
import type { components } from '@/api/schema.gen';
import { person } from '@/testing/factories';
import { server } from '@/testing/server';
import { queryClient } from './query-client';
import { router as appRouter } from './router';

type State = components['schemas']['MemberState'];

/** A server on which somebody is invited to study 1 until they answer. */
function serveInvitation({ others = 0 } = {}) {
  let state: State = 'invited';
  const answered = (next: State) => () => {
    state = next;
    return new HttpResponse(null, { status: 204 });
  };
  server.use(
    http.get('*/api/me', () => {
      const me = person({ studies: [['panel'], ...Array(others).fill(['panel'])] });
      const memberships = me.memberships
        .map((one, index) => (index === 0 ? { ...one, state } : one))
        .filter((one) => one.state !== 'declined');
      return HttpResponse.json({ ...me, memberships });
    }),
    http.post('*/api/studies/study-1/invitation/take-up', answered('active')),
    http.post('*/api/studies/study-1/invitation/turn-down', answered('declined')),
    // beyond the invitation there is nothing in these tests
    http.get('*/api/studies/study-1', () => HttpResponse.json({}, { status: 404 })),
  );
}

function openAt(path: string) {
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

async function click(name: string) {
  await userEvent.click(await screen.findByRole('button', { name }, { timeout: 15_000 }));
}

afterEach(() => queryClient.clear());

test('an invitation comes before every page of a study, and then the person goes on', {
  timeout: 30_000,
}, async () => {
  serveInvitation();
  const router = openAt('/panel/study-1/somewhere?tab=2');
  await click('Take part');
  await expect
    .poll(() => router.state.location.href, { timeout: 10_000 })
    .toBe('/panel/study-1/somewhere?tab=2');
});

test('a no is one click and can be taken back at once', { timeout: 30_000 }, async () => {
  serveInvitation();
  const router = openAt('/live/study-1/somewhere');
  await click('No, thank you');
  expect(await screen.findByText(/You will not take part/)).toBeVisible();
  await click('I do want to take part');
  await expect
    .poll(() => router.state.location.href, { timeout: 10_000 })
    .toBe('/live/study-1/somewhere');
});

test('the list of studies asks about an invitation and does not lead into the study', {
  timeout: 30_000,
}, async () => {
  serveInvitation({ others: 1 });
  openAt('/home');
  await click('No, thank you');
  expect(await screen.findByText(/You will not take part/)).toBeVisible();
  expect(screen.getByRole('link', { name: /Study 2/ })).toBeVisible();
  expect(screen.queryByRole('link', { name: /Study 1/ })).not.toBeInTheDocument();
});
