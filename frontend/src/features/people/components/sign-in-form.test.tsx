import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { SignInForm } from './sign-in-form';

test('staff sign in with e-mail and password', async () => {
  const signedIn = vi.fn<() => void>();
  server.use(
    http.post('*/api/sign-in', async ({ request }) => {
      expect(await request.json()).toEqual({ email: 'ada@example.org', password: 'open sesame' });
      return HttpResponse.json({ landing: '/' });
    }),
  );
  const { user } = renderWithProviders(<SignInForm onSignedIn={signedIn} />);
  await user.type(screen.getByLabelText('E-mail address'), ' ada@example.org');
  await user.type(screen.getByLabelText('Password'), 'open sesame{Enter}');
  await vi.waitFor(() => expect(signedIn).toHaveBeenCalled());
});

test('a wrong password is told in words and nothing typed is lost', async () => {
  server.use(
    http.post('*/api/sign-in', () =>
      HttpResponse.json(
        { title: 'Please sign in', status: 401, detail: 'The e-mail or the password is wrong.' },
        { status: 401 },
      ),
    ),
  );
  const { user } = renderWithProviders(<SignInForm onSignedIn={() => {}} />);
  await user.type(screen.getByLabelText('E-mail address'), 'ada@example.org');
  await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The e-mail or the password is wrong.',
  );
  expect(screen.getByLabelText('E-mail address')).toHaveValue('ada@example.org');
});

test('an empty form says what is missing, at the field', async () => {
  const { user } = renderWithProviders(<SignInForm onSignedIn={() => {}} />);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.getByLabelText('E-mail address')).toBeInvalid();
  expect(screen.getByText('Give your password.')).toBeVisible();
});
