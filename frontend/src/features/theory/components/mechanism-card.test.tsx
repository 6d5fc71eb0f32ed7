import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { aVersion } from '../testing/versions';
import { MechanismCard } from './mechanism-card';

test('a mechanism is told plainly, and its exact text is one press away', async () => {
  const { user } = renderWithProviders(<MechanismCard version={aVersion()} />);
  expect(screen.getByRole('heading', { name: 'Working with power' })).toBeVisible();
  expect(screen.getByText('Leaders share decisions.')).toBeVisible();
  expect(screen.getByText(/^If partners are small, then/)).toBeVisible();
  const exact = screen.getByRole('button', { name: 'Read the exact text' });
  expect(exact).toHaveAttribute('aria-expanded', 'false');
  expect(screen.getByText('Leaders see who holds power.')).not.toBeVisible();
  await user.click(exact);
  // it unfolds, which takes a moment
  await waitFor(() => expect(screen.getByText('Leaders see who holds power.')).toBeVisible());
});

test('a configuration is drawn from context to outcome with its letters and signs', async () => {
  const { user } = renderWithProviders(<MechanismCard version={aVersion()} />);
  await user.click(screen.getByRole('button', { name: 'Read the exact text' }));
  const columns = within(
    await screen.findByRole('list', { name: 'Configuration, from context to outcome' }),
  );
  expect(columns.getAllByText(/^[CRMO][+−]?$/).map((mark) => mark.textContent)).toEqual([
    'C',
    'R+',
    'M+',
    'O−',
  ]);
});

test('words can be chosen where the page says what to do with them', async () => {
  renderWithProviders(
    <MechanismCard
      version={aVersion()}
      selection={(part) =>
        part === 'plain_summary'
          ? { actions: () => <button type="button">Comment</button> }
          : undefined
      }
    />,
  );
  expect(screen.getByRole('group', { name: 'Plain summary' })).toHaveAttribute('tabindex', '0');
  expect(screen.queryByRole('group', { name: 'Definition' })).not.toBeInTheDocument();
});

test('what can be done with it stands beneath the words', () => {
  renderWithProviders(
    <MechanismCard version={aVersion()} actions={<button type="button">Rate it</button>} />,
  );
  expect(screen.getByRole('button', { name: 'Rate it' })).toBeVisible();
});
