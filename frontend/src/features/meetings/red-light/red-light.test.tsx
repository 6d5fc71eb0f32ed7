import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { LiveMeeting } from '../live';
import { AT, aLiveMeeting } from '../testing/a-meeting';
import { type Caption, withCaption } from './captions';
import { ConsentCard, mustAnswer } from './consent-card';
import { RecordForm } from './record-form';
import { RedLight } from './red-light';

const ANN = { id: 'ann', name: 'Ann', group_id: null };
const ALAN = { id: 'alan', name: 'Alan', group_id: null };
const HERE = [ANN, ALAN].map((one) => ({ ...one, is_away: false }));
const RECORDING = { id: 'r', by: 'alan', since: AT, has_captions: false };

let commands: Record<string, unknown>[];

beforeEach(() => {
  commands = [];
  server.use(
    http.post('*/commands', async ({ request }) => {
      commands.push((await request.json()) as Record<string, unknown>);
      return HttpResponse.json({ seq: 2 });
    }),
    http.get('*/room/options', () =>
      HttpResponse.json({ has_captions: false, hours: 6, size_mb: 2048 }),
    ),
  );
});

function recorded(answer: boolean | null): LiveMeeting {
  return aLiveMeeting(
    { recording: RECORDING, people: { ann: ANN, alan: ALAN } },
    {},
    { here: HERE, my_recording_answer: answer },
  );
}

test('whoever comes into a recorded meeting is asked before anything else', async () => {
  expect(mustAnswer(recorded(null), 'ann')).toBe(true);
  expect(mustAnswer(recorded(true), 'ann')).toBe(false);
  renderWithProviders(<ConsentCard live={recorded(null)} memberId="ann" />);
  expect(screen.getByText('Alan records it. Do you agree?')).toBeVisible();
  expect(screen.getByText('The microphone is off until you have answered.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'I do not agree' }));
  expect(commands).toMatchObject([{ type: 'answer_recording', agrees: false }]);
});

test('whoever said no is told what that means and can still agree', () => {
  renderWithProviders(<ConsentCard live={recorded(false)} memberId="ann" />);
  expect(screen.getByText(/the microphone stays off while you are here/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'I agree to being recorded' })).toBeEnabled();
  expect(screen.queryByRole('button', { name: 'I do not agree' })).toBeNull();
});

test('the red light says so in words, by whom, and lets me take my agreement back', async () => {
  renderWithProviders(<RedLight live={recorded(true)} memberId="ann" />);
  await userEvent.click(screen.getByRole('button', { name: 'Recording' }));
  expect(await screen.findByText(/^Alan has been recording this meeting since/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'I no longer agree' }));
  expect(commands).toMatchObject([{ type: 'answer_recording', agrees: false }]);
});

test('nothing is recorded before everybody here has agreed, by name', async () => {
  const live = aLiveMeeting({ people: { ann: ANN } }, {}, { here: HERE });
  renderWithProviders(<RecordForm live={live} memberId="alan" takesOver={false} />);
  expect(screen.getByText('Ann')).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: /I have asked them aloud/ }));
  expect(screen.getByRole('button', { name: 'Start recording' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Ask everybody here' }));
  expect(commands).toMatchObject([{ type: 'ask_recording' }]);
});

test('a browser that cannot record is told so in words', async () => {
  const live = aLiveMeeting({ recording_answers: { ann: true } }, {}, { here: HERE });
  renderWithProviders(<RecordForm live={live} memberId="alan" takesOver={false} />);
  await userEvent.click(screen.getByRole('checkbox', { name: /I have asked them aloud/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Start recording' }));
  expect(await screen.findByText(/This browser cannot record/)).toBeVisible();
  expect(commands).toEqual([]);
});

function aCaption(number: number, text = `words ${number}`): Caption {
  return { type: 'caption', recording_id: 'r', number, text, skipped: 0 };
}

test('captions stand in order and once, however they come', () => {
  const told = [aCaption(2), aCaption(1), aCaption(2), aCaption(3)];
  const shown = told.reduce<Caption[]>(withCaption, []);
  expect(shown.map(({ number }) => number)).toEqual([1, 2, 3]);
});
