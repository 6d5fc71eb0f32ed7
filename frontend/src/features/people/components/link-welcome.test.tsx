import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { LinkWelcome } from './link-welcome';

function gone() {
  return HttpResponse.json(
    { title: 'This is over', status: 410, detail: 'This link has been used.' },
    { status: 410 },
  );
}

test('a fresh link signs in and goes where it points', async () => {
  const landed = vi.fn<(landing: string) => void>();
  server.use(
    http.post('*/api/sign-in/link', async ({ request }) => {
      expect(await request.json()).toEqual({ token: 'a-fresh-token' });
      return HttpResponse.json({ landing: '/studies/1' });
    }),
  );
  renderWithProviders(<LinkWelcome token="a-fresh-token" onLanded={landed} />);
  await vi.waitFor(() => expect(landed).toHaveBeenCalledWith('/studies/1'));
});

test('a used link can be replaced with one press', async () => {
  server.use(
    http.post('*/api/sign-in/link', gone),
    http.post('*/api/sign-in/link/renew', () =>
      HttpResponse.json({ hint: 'ad…@example.org' }, { status: 202 }),
    ),
  );
  const { user } = renderWithProviders(<LinkWelcome token="a-used-token" onLanded={() => {}} />);
  await user.click(await screen.findByRole('button', { name: 'Send me a new link' }));
  expect(await screen.findByText(/on its way to ad…@example\.org/)).toBeVisible();
});

test('a lost connection does not call the link used', async () => {
  server.use(http.post('*/api/sign-in/link', () => HttpResponse.error()));
  renderWithProviders(<LinkWelcome token="a-fresh-token" onLanded={() => {}} />);
  expect(await screen.findByRole('alert')).toHaveTextContent('We cannot reach the server');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('an address without a token says what to do', () => {
  renderWithProviders(<LinkWelcome token={null} onLanded={() => {}} />);
  expect(screen.getByRole('heading', { name: 'This link is not complete' })).toBeVisible();
});
