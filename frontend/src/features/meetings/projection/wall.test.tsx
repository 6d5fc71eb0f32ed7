import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { WallLink } from './live';
import { ProjectorSettings } from './projector-settings';
import type { WallSnapshot } from './queries';
import { Wall } from './wall';

// there is no layout here, so nothing is ever cut
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});

const AT = '2026-12-03T13:00:00Z';
const wall: WallSnapshot = {
  type: 'wall',
  now: AT,
  title: 'Second consultation',
  place: 'Room 2',
  planned_for: null,
  phase: 'live',
  started_at: AT,
  ended_at: null,
  agenda: [
    { id: 'a', title: 'Working with power', minutes: 20, is_skipped: false },
    { id: 'b', title: 'What is missing?', minutes: 10, is_skipped: true },
  ],
  shown: 0,
  shown_ms: 0,
  paused_at: null,
  paused_ms: 0,
  speaker: { name: 'Ann', since: AT },
  hands: 2,
  poll: null,
  small_groups: null,
  is_recorded: false,
  code: 'BCDFHJ',
  door: 'https://panel.example/join',
  mechanism: {
    title: 'Working with power',
    plain_summary: 'In plain words.',
    definition: '',
    cmocs: [],
  },
  voted: null,
  groups: [],
};
const well: WallLink = { status: 'live', lastNews: Date.parse(AT), clockOffset: 0 };

function show(changes: Partial<WallSnapshot> = {}, link: Partial<WallLink> = {}) {
  return renderWithProviders(
    <Wall
      wall={{ ...wall, ...changes }}
      link={{ ...well, ...link }}
      mechanism={({ title }) => <h2>{title}</h2>}
    />,
  );
}

test('the room sees what is on show, who speaks, how many wait and how to join', () => {
  show();
  expect(screen.getByRole('heading', { level: 2, name: 'Working with power' })).toBeVisible();
  expect(screen.getByRole('listitem', { current: 'step' })).toHaveTextContent('Working with power');
  expect(screen.getByText(/Ann has the floor/)).toBeVisible();
  expect(screen.getByText('2 hands are up')).toBeVisible();
  expect(screen.getByText('panel.example/join')).toBeVisible();
  expect(screen.getByRole('img', { name: 'Code: B C D F H J' })).toBeVisible();
});

test('while people are in small groups, the wall says what each talks about', () => {
  const small_groups = { sent_at: AT, ends_at: AT, cards: ['Who decides?', 'Who pays?'] };
  show({ small_groups });
  expect(screen.getByRole('heading', { name: 'In small groups' })).toBeVisible();
  expect(screen.getByText('Who pays?')).toBeVisible();
  expect(screen.queryByRole('heading', { name: 'Working with power' })).not.toBeInTheDocument();
});

test('in a break the wall says so, and the clock of the meeting stands still', () => {
  show({ paused_at: '2026-12-03T13:04:00Z', paused_ms: 60_000 });
  expect(screen.getByRole('heading', { name: 'A break' })).toBeVisible();
  expect(screen.getByText('3:00')).toBeVisible();
});

test('the wall says in words that the room is recorded', () => {
  show({ is_recorded: true });
  expect(screen.getByText('Recording')).toBeVisible();
});

test('hands that are hidden are not mentioned', () => {
  show({ hands: null });
  expect(screen.queryByText(/hand/)).not.toBeInTheDocument();
});

test('a wall that is not connected says since when', () => {
  show({}, { status: 'waiting' });
  expect(screen.getByRole('status')).toHaveTextContent(/Not connected. This is as of/);
});

test('before the start the way in fills the wall', () => {
  show({ phase: 'lobby', shown: null, mechanism: null, started_at: null, shown_ms: 0 });
  expect(screen.getByRole('heading', { name: 'The meeting begins soon' })).toBeVisible();
  expect(screen.getByRole('img', { name: /QR code that opens panel.example/ })).toBeVisible();
});

test('the chair sees a new projector code once, and can end it', async () => {
  let key: object | null = null;
  const address = '*/api/studies/s/meetings/m/projector';
  server.use(
    http.get(address, () => HttpResponse.json(key)),
    http.post(address, () => {
      key = { made_at: AT, shows_hands: true };
      return HttpResponse.json(
        { ...key, code: 'BCDF-HJKM-PRST-VWXZ', link: 'https://panel.example/projector#k=B' },
        { status: 201 },
      );
    }),
    http.delete(address, () => {
      key = null;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = renderWithProviders(
    <ProjectorSettings place={{ studyId: 's', meetingId: 'm' }} />,
  );
  await user.click(await screen.findByRole('button', { name: 'Make a projector code' }));
  expect(await screen.findByText('BCDF-HJKM-PRST-VWXZ')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'End the projector code' }));
  expect(await screen.findByRole('button', { name: 'Make a projector code' })).toBeVisible();
  expect(screen.queryByText('BCDF-HJKM-PRST-VWXZ')).not.toBeInTheDocument();
});
