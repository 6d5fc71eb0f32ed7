import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { Recording, Transcript } from '../queries';
import type { TranscriptionOptions } from '../transcribing';
import { Transcription } from './transcription';

const OPTIONS: TranscriptionOptions = {
  models: [
    {
      engine: 'faster-whisper',
      model: 'small',
      label: 'small',
      megabytes: 485,
      is_here: true,
      is_default: true,
      is_advised: true,
      fits: true,
      pace: 1,
      is_measured: false,
    },
  ],
  languages: ['en'],
  language: 'en',
  words: '',
};

function show(state: 'queued' | 'running' | 'failed', is_paused = false) {
  const job = { id: 'j', state, progress: 0.5, note: '0:50 of 1:40 heard', error: 'No room.' };
  const transcript = { id: 't', model: 'small', engine: 'faster-whisper', job, is_paused };
  const recording = { id: 'r', duration: 100, transcripts: [transcript as unknown as Transcript] };
  const asked: string[] = [];
  server.use(
    http.get('*/transcripts/t/heard', () =>
      HttpResponse.json([{ start: 48, end: 50, text: 'We hold the money.' }]),
    ),
    http.post('*/api/studies/s/recordings/r/:verb', ({ params }) => {
      asked.push(String(params.verb));
      return HttpResponse.json(
        { title: 'It is done already', detail: 'Nothing is left to stop.', status: 409 },
        { status: 409 },
      );
    }),
  );
  const { user } = renderWithProviders(
    <Transcription studyId="s" recording={recording as unknown as Recording} options={OPTIONS} />,
  );
  const press = (name: string) => user.click(screen.getByRole('button', { name }));
  return { asked, press };
}

test('what runs says how far it is and what it heard, and can be paused and given up', async () => {
  const { asked, press } = show('running');
  expect(screen.getByRole('status')).toHaveTextContent('0:50 of 1:40 heard');
  expect(await screen.findByText(/We hold the money/)).toBeVisible();
  await press('Pause');
  await press('Cancel');
  await waitFor(() => expect(asked).toEqual(['pause', 'cancel']));
  expect(await screen.findByText('Nothing is left to stop.')).toBeVisible();
});

test('what was paused goes on', async () => {
  const { asked, press } = show('queued', true);
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  await press('Go on');
  await waitFor(() => expect(asked).toEqual(['resume']));
});

test('what failed says why, and is tried again as it was asked for', async () => {
  const { asked, press } = show('failed');
  expect(screen.getByText('No room.')).toBeVisible();
  await press('Try again');
  await waitFor(() => expect(asked).toEqual(['transcripts']));
});
