import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { draftRound } from '@/testing/factories';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { OpeningPanel } from './opening-panel';

const ROUND = draftRound({ rule: 'RAND/UCLA', group_ids: ['carers'], asked: 12 });

test('what stands in the way is said, and the button waits', () => {
  const round = { ...ROUND, obstacles: ['Say when the round closes.'] };
  renderWithProviders(<OpeningPanel studyId="study" round={round} />);
  expect(screen.getByText('Say when the round closes.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Open the round' })).toBeDisabled();
});

test('what will happen is said before anything happens', async () => {
  let opened = 0;
  server.use(
    http.post('*/rounds/round/open', () => {
      opened += 1;
      return HttpResponse.json({ ...ROUND, state: 'open' });
    }),
  );
  const { user } = renderWithProviders(<OpeningPanel studyId="study" round={ROUND} />);
  expect(screen.getByText('12 people get a mail with a link.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Open the round' }));
  const dialog = await screen.findByRole('dialog', { name: 'Open “First round” now?' });
  expect(within(dialog).getByText(/the rule \(RAND\/UCLA\) can no longer change/)).toBeVisible();
  expect(opened).toBe(0);
  await user.click(within(dialog).getByRole('button', { name: 'Open now' }));
  await expect.poll(() => opened).toBe(1);
});
