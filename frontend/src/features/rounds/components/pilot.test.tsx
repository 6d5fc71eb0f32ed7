import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { draftRound } from '@/testing/factories';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { PilotPanel } from './pilot-panel';
import { PilotProgress } from './pilot-progress';

const PEOPLE = [
  { id: 'ada', name: 'Ada Obi' },
  { id: 'ben', name: 'Ben Roe' },
];

test('a trial waits until somebody is named', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put('*/rounds/round/pilots', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(draftRound({ pilot_ids: ['ben'] }));
    }),
  );
  const { user } = renderWithProviders(
    <PilotPanel studyId="study" round={draftRound()} people={PEOPLE} mayStart />,
  );
  expect(screen.getByRole('button', { name: 'Begin the trial' })).toBeDisabled();
  await user.click(screen.getByRole('combobox', { name: 'Who tries it out' }));
  await user.click(await screen.findByRole('option', { name: 'Ben Roe' }));
  await expect.poll(() => sent).toEqual([{ member_ids: ['ben'] }]);
});

test('how a trial goes stands in a table, and its end says what is erased', async () => {
  let resets = 0;
  server.use(
    http.post('*/rounds/round/pilot/reset', () => {
      resets += 1;
      return HttpResponse.json(draftRound());
    }),
  );
  const pilot = {
    questions: 4,
    people: [
      { member_id: 'ada', name: 'Ada Obi', answered: 4, seconds: 300, finished_at: '2026-11-21' },
      { member_id: 'ben', name: 'Ben Roe', answered: 0, seconds: null, finished_at: null },
    ],
    words: [{ name: 'Ada Obi', prompt: 'What is missing?', text: 'The carers.' }],
  };
  const { user } = renderWithProviders(
    <PilotProgress studyId="study" round={draftRound({ state: 'pilot' })} pilot={pilot} mayReset />,
  );
  expect(screen.getByRole('row', { name: 'Ada Obi 4 of 4 about 5 minutes yes' })).toBeVisible();
  expect(screen.getByRole('row', { name: /^Ben Roe 0 of 4.*not yet$/ })).toBeVisible();
  expect(screen.getByText('The carers.')).toBeVisible();
  expect(screen.getByText(/Its answers and comments are gone for good/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: /End the trial/ }));
  await expect.poll(() => resets).toBe(1);
});
