import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { makePoll } from '@/testing/polls';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { LiveMeeting } from '../live';
import type { LiveState } from '../queries';
import { AT, aLiveMeeting, aMeeting } from '../testing/a-meeting';
import { ParticipantView } from './participant-view';

const ANN = { id: 'ann', name: 'Ann', group_id: null };
const BOB = { id: 'bob', name: 'Bob', group_id: null };
const meeting = aMeeting();

const poll = makePoll();

function live(state: Partial<LiveState>, rest: Partial<LiveMeeting> = {}): LiveMeeting {
  const people = { ann: ANN, bob: BOB };
  const here = [ANN, BOB].map((person) => ({ ...person, is_away: false }));
  return aLiveMeeting({ people, ...state }, rest, { here });
}

function show(given: LiveMeeting) {
  return renderWithProviders(
    <ParticipantView
      meeting={meeting}
      live={given}
      memberId="ann"
      groups={[]}
      mechanism={(versionId) => <p>mechanism {versionId}</p>}
      commentBox={() => <p>comment box</p>}
      leave={null}
    />,
  );
}

let commands: unknown[];
/** How many answers are lost on the way, from the first. */
let lost: number;

beforeEach(() => {
  commands = [];
  lost = 0;
  server.use(
    http.get('*/comments', () => HttpResponse.json([])),
    http.post('*/commands', async ({ request }) => {
      commands.push(await request.json());
      return commands.length <= lost ? HttpResponse.error() : HttpResponse.json({ seq: 2 });
    }),
  );
});

test('what is on show fills the screen', async () => {
  show(live({}));
  expect(screen.getByText('mechanism v')).toBeInTheDocument();
  expect(screen.getByText('Nobody has the floor')).toBeInTheDocument();
});

test('a raised hand whose answer is lost is sent again as the same hand', async () => {
  lost = 1;
  const { user } = show(live({}));
  await user.click(screen.getByRole('button', { name: 'Raise hand' }));
  await expect.poll(() => commands.length, { timeout: 5000 }).toBe(2);
  expect(commands[0]).toMatchObject({ type: 'raise_hand' });
  expect(commands[1]).toEqual(commands[0]);
});

test('my place in the queue is told, and the hand can be taken down', () => {
  const hands = ['bob', 'ann'].map((id) => ({ member_id: id, since: AT, kind: 'speak' as const }));
  show(live({ hands }));
  expect(screen.getByText('Your hand is up, number 2 in the queue')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Take hand down' })).toBeInTheDocument();
});

test('an open poll asks for a vote without moving what is being read', async () => {
  const { user } = show(live({ polls: [poll] }));
  expect(screen.queryByText('Keep it?')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Vote now' }));
  expect(await screen.findByRole('button', { name: 'Yes' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('a vote counts as mine only once the server has it', async () => {
  server.use(http.put('*/polls/p/vote', () => new HttpResponse(null, { status: 503 })));
  const { user } = show(live({ polls: [poll] }));
  await user.click(screen.getByRole('button', { name: 'Vote now' }));
  await user.click(await screen.findByRole('button', { name: 'Yes' }));
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(screen.queryByText(/Your vote is saved/)).not.toBeInTheDocument();
});

test('a lost connection says since when nothing was heard', () => {
  const lastNews = new Date(2026, 11, 3, 12, 31, 7).getTime();
  show(live({}, { status: 'waiting', lastNews }));
  expect(screen.getByText('Reconnecting… last news 12:31:07')).toBeInTheDocument();
});

test('words chosen in what is on show open the sheet for a comment', async () => {
  renderWithProviders(
    <ParticipantView
      meeting={meeting}
      live={live({})}
      memberId="ann"
      groups={[]}
      mechanism={(_, onChosen) => (
        <button type="button" onClick={onChosen}>
          these words
        </button>
      )}
      commentBox={() => <p>comment box</p>}
      leave={null}
    />,
  );
  expect(screen.queryByText('comment box')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'these words' }));
  expect(await screen.findByText('comment box')).toBeInTheDocument();
});

test('a hand says what it is for, and a point of order goes first', async () => {
  const hands = [
    { member_id: 'bob', since: AT, kind: 'speak' as const },
    { member_id: 'ann', since: AT, kind: 'order' as const },
  ];
  show(live({ hands }));
  expect(
    screen.getByText('Your hand is up: Point of order, number 1 in the queue'),
  ).toBeInTheDocument();
});

test('a hand can be raised to answer directly', async () => {
  const { user } = show(live({}));
  await user.click(screen.getByRole('button', { name: 'Another reason to raise a hand' }));
  await user.click(await screen.findByRole('menuitem', { name: /To answer directly/ }));
  await expect.poll(() => commands.length, { timeout: 5000 }).toBeGreaterThan(0);
  expect(commands[0]).toMatchObject({ type: 'raise_hand', kind: 'answer' });
});

test('a phone whose clock is two hours wrong shows the true time of the speaker', () => {
  const serverNow = Date.parse('2026-12-03T13:05:00Z');
  vi.useFakeTimers({ now: serverNow + 2 * 3_600_000, toFake: ['Date'] });
  const floor = { member_id: 'bob', since: '2026-12-03T13:03:30Z' };
  show(live({ floor }, { clockOffset: -2 * 3_600_000 }));
  expect(screen.getByText('1:30')).toBeInTheDocument();
  expect(screen.getByText('15 minutes left')).toBeInTheDocument();
  vi.useRealTimers();
});

test('a break is told, and who ended a forgotten meeting', () => {
  show(live({ paused_at: AT }));
  expect(screen.getByText(/The meeting is paused/)).toBeInTheDocument();
  show(live({ phase: 'ended', is_ended_by_clock: true }));
  expect(screen.getByText(/ended by itself/)).toBeInTheDocument();
});
