import { act, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { Problem, unreachable } from '@/api/errors';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { IntakeCard } from './intake-card';
import type { sendResumably } from './resumable';

type Sending = Parameters<typeof sendResumably>[0];

const tus = vi.hoisted(() => ({ sending: [] as unknown[], start: vi.fn(), abort: vi.fn() }));
vi.mock('./resumable', () => ({
  sendResumably: (sending: unknown) => {
    tus.sending.push(sending);
    return Promise.resolve({ start: tus.start, abort: tus.abort });
  },
}));

const FILE = new File(['12345678'], 'meeting.m4a', { lastModified: 7 });
let uploads = 0;

beforeEach(() => {
  tus.sending.length = 0;
  vi.clearAllMocks();
});

/** Half of a file has come; its sender chooses it again. */
async function goOn() {
  uploads += 1;
  const removed: string[] = [];
  const upload = {
    id: `u${uploads}`,
    position: 0,
    file_name: FILE.name,
    size: FILE.size,
    modified_ms: FILE.lastModified,
    offset: 4,
    problem: '',
  };
  const intake = { id: 'i', state: 'coming', title: '', uploads: [upload], made: [], progress: 0 };
  server.use(
    http.get('*/api/studies/s/intakes/i', () =>
      HttpResponse.json({ ...intake, kept_until: '2026-11-25T10:00:00Z' }),
    ),
    http.delete('*/api/studies/s/intakes/i', ({ request }) => {
      removed.push(request.url);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = renderWithProviders(
    <IntakeCard studyId="s" intakeId="i" link={(_, words) => words} onFinished={() => undefined} />,
  );
  await screen.findByText(/Broke off at 50 %/);
  const choose = (file: File) =>
    user.upload(document.querySelector('input[type=file]') as HTMLInputElement, file);
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  return { choose, press, removed, sending: () => tus.sending[0] as Sending };
}

test('another file than the one that broke off is not sent', async () => {
  const { choose } = await goOn();
  await choose(new File(['other'], 'meeting.m4a'));
  expect(await screen.findByRole('alert')).toHaveTextContent('That is another file');
  expect(tus.sending).toHaveLength(0);
});

test('an upload goes on, is paused, goes on again, and is called off', async () => {
  const { choose, press, removed, sending } = await goOn();
  await choose(FILE);
  expect(await screen.findByText(/Sending, 50 %/)).toBeVisible();
  act(() => sending().onProgress(6));
  await press('Pause');
  expect(screen.getByText('Paused at 75 %')).toBeVisible();
  expect(tus.abort).toHaveBeenCalledTimes(1);
  await press('Go on');
  expect(tus.start).toHaveBeenCalledTimes(1);
  await press('Cancel and remove what came');
  await waitFor(() => expect(removed).toHaveLength(1));
  expect(tus.abort).toHaveBeenCalledTimes(2);
});

test('an upload that fails says what is safe, and goes on when asked to or back on line', async () => {
  const { choose, press, sending } = await goOn();
  await choose(FILE);
  await screen.findByText(/Sending, 50 %/);
  const full = new Problem({ title: 'The disk is full', detail: 'Make room.', status: 507 });
  act(() => sending().onFailed(full));
  expect(screen.getByText(/The first 50 % are safely here/)).toBeVisible();
  await press('Go on');
  expect(tus.start).toHaveBeenCalledTimes(1);
  act(() => sending().onFailed(unreachable()));
  act(() => window.dispatchEvent(new Event('online')));
  expect(tus.start).toHaveBeenCalledTimes(2);
  act(() => sending().onDone());
  expect(await screen.findByText('All is here.')).toBeVisible();
});
