import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { RehearsalBand } from './components/rehearsal-band';
import { RehearseButton } from './components/rehearse-button';
import type { Rehearsal } from './queries';

const REHEARSAL: Rehearsal = {
  study_id: 'made',
  meeting_id: 'copy',
  of_study_id: 'study',
  of_meeting_id: 'meeting',
  people: 24,
  pace: 'lively',
  has_stopped: false,
  ends_at: '2026-12-03T15:00:00Z',
};

function answerOf(running: Rehearsal | null) {
  server.use(
    http.get('/api/studies/study/meetings/meeting/rehearsal', () =>
      HttpResponse.json({ expected: 24, running }),
    ),
  );
}

function showButton() {
  const onBegun = vi.fn();
  renderWithProviders(<RehearseButton studyId="study" meetingId="meeting" onBegun={onBegun} />);
  return onBegun;
}

function showBand(rehearsal = REHEARSAL) {
  server.use(http.get('/api/studies/made/rehearsal', () => HttpResponse.json(rehearsal)));
  const onEnded = vi.fn();
  renderWithProviders(
    <RehearsalBand
      studyId="made"
      back={(rehearsal, label) => <a href={`/plan/${rehearsal.of_meeting_id}`}>{label}</a>}
      onEnded={onEnded}
    />,
  );
  return onEnded;
}

test('a meeting is rehearsed with as many people as are asked to it, unless told otherwise', async () => {
  answerOf(null);
  const sent: unknown[] = [];
  server.use(
    http.post('/api/studies/study/meetings/meeting/rehearsal', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(REHEARSAL, { status: 201 });
    }),
  );
  const user = userEvent.setup();
  const onBegun = showButton();
  await user.click(screen.getByRole('button', { name: 'Rehearse this meeting' }));
  const dialog = await screen.findByRole('dialog');
  const people = await within(dialog).findByLabelText('How many people come');
  expect(people).toHaveValue('24');
  await user.clear(people);
  await user.type(people, '40');
  await user.click(within(dialog).getByRole('radio', { name: 'Storm' }));
  await user.click(within(dialog).getByRole('button', { name: 'Begin the rehearsal' }));
  await waitFor(() => expect(onBegun).toHaveBeenCalled());
  expect(onBegun.mock.calls[0]?.[0]).toEqual(REHEARSAL);
  expect(sent).toEqual([{ people: 40, pace: 'storm' }]);
});

test('a rehearsal that runs is gone back to, not begun again', async () => {
  answerOf(REHEARSAL);
  const user = userEvent.setup();
  const onBegun = showButton();
  await user.click(screen.getByRole('button', { name: 'Rehearse this meeting' }));
  await user.click(await screen.findByRole('button', { name: 'Go back to the rehearsal' }));
  expect(onBegun).toHaveBeenCalledWith(REHEARSAL);
});

test('the band says that people are simulated and leads back to the plan', async () => {
  showBand();
  const band = screen.getByRole('region', { name: 'Rehearsal' });
  expect(band).toHaveTextContent('the people here are simulated. Nothing is kept.');
  const back = await within(band).findByRole('link', { name: 'Back to the plan' });
  expect(back).toHaveAttribute('href', '/plan/meeting');
});

test('a rehearsal whose people have stopped says so, beside the way to end it', async () => {
  showBand({ ...REHEARSAL, has_stopped: true });
  expect(await screen.findByText(/have stopped because of a fault/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'End the rehearsal' })).toBeVisible();
});

test('the pace is changed, and a mishap is told of once it has happened', async () => {
  const asked: unknown[] = [];
  server.use(
    http.patch('/api/studies/made/rehearsal', async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ ...REHEARSAL, pace: 'calm' });
    }),
    http.post('/api/studies/made/rehearsal/mishaps', async ({ request }) => {
      asked.push(await request.json());
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const user = userEvent.setup();
  showBand();
  await user.click(await screen.findByRole('button', { name: 'Pace and mishaps' }));
  expect(await screen.findByRole('menuitemradio', { name: 'Lively', checked: true })).toBeVisible();
  await user.click(screen.getByRole('menuitemradio', { name: 'Calm' }));
  await user.click(await screen.findByRole('button', { name: 'Pace and mishaps' }));
  expect(await screen.findByRole('menuitemradio', { name: 'Calm', checked: true })).toBeVisible();
  await user.click(screen.getByRole('menuitem', { name: 'A deputy takes the chair' }));
  expect(await screen.findByText(/hands it back in half a minute/)).toBeVisible();
  expect(asked).toEqual([{ pace: 'calm' }, { kind: 'deputy' }]);
});

test('it is ended after a question, and then it is gone', async () => {
  let isEnded = false;
  server.use(
    http.delete('/api/studies/made/rehearsal', () => {
      isEnded = true;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const user = userEvent.setup();
  const onEnded = showBand();
  await user.click(await screen.findByRole('button', { name: 'End the rehearsal' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'End and delete it' }));
  await waitFor(() => expect(onEnded).toHaveBeenCalledWith(REHEARSAL));
  expect(isEnded).toBe(true);
});
