import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { packed, unpacked } from '@/lib/packed';
import { FakeSocket } from '@/testing/fake-socket';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { LiveMeeting } from '../live';
import type { LiveState, Snapshot } from '../queries';
import { GroupsBoard } from './groups-board';
import { GroupsStage } from './groups-stage';
import type { Division } from './queries';
import { TooLate } from './too-late';

const AT = '2026-12-03T13:00:00Z';
const COMMANDS = '*/api/studies/s/meetings/m/commands';
const NOTE = '*/api/studies/s/meetings/m/small-groups/g1/note';
const NOTES = '*/api/studies/s/meetings/m/small-groups/notes';

function person(id: string, name: string, groupId: string | null = 'carers') {
  return { id, name, group_id: groupId };
}

const ANN = person('ann', 'Ann');
const BOB = person('bob', 'Bob');
const CHAIR = person('chair', 'Chair', null);

function division(changes: Partial<Division> = {}): Division {
  const card = (title: string) => ({ item_id: 'i', version_id: null, title });
  const quiet = { facilitator_id: null, floor: null, hands: [] };
  return {
    id: 'd',
    how: 'balanced',
    seed: 7,
    groups: [
      { id: 'g1', card: card('Who decides?'), member_ids: ['ann'], ...quiet },
      { id: 'g2', card: card('What is missing?'), member_ids: ['bob'], ...quiet },
    ],
    sent_at: AT,
    ends_at: '2026-12-03T13:15:00Z',
    is_warned: false,
    recalled_at: null,
    report_order: ['g1', 'g2'],
    order_seed: null,
    reporting: null,
    reported: [],
    ...changes,
  };
}

function live(divisions: Division[]): LiveMeeting {
  const state = {
    phase: 'live',
    agenda: [{ id: 'i', title: 'Working with power', version_id: null, minutes: 20 }],
    shown: { item_id: 'i', since: AT },
    people: { ann: ANN, bob: BOB, chair: CHAIR },
    divisions,
  } as unknown as LiveState;
  const here = [ANN, BOB, CHAIR].map((one) => ({ ...one, is_away: false }));
  const snapshot = { seq: 1, now: AT, state, here, voted: {}, my_votes: {} } as Snapshot;
  return {
    place: { studyId: 's', meetingId: 'm' },
    snapshot,
    status: 'live',
    lastNews: Date.parse(AT),
    clockOffset: Date.parse('2026-12-03T13:05:00Z') - Date.now(),
  };
}

function showStage(divisions: Division[], memberId = 'ann') {
  return renderWithProviders(
    <GroupsStage
      live={live(divisions)}
      memberId={memberId}
      groups={[]}
      mechanism={() => null}
      send={() => undefined}
    >
      <p>The room</p>
    </GroupsStage>,
  );
}

/** Answers commands, and keeps what was asked for. */
function takeCommands(): Record<string, unknown>[] {
  const asked: Record<string, unknown>[] = [];
  server.use(
    http.post(COMMANDS, async ({ request }) => {
      asked.push((await request.json()) as Record<string, unknown>);
      return HttpResponse.json({ seq: asked.length });
    }),
  );
  return asked;
}

beforeEach(() => {
  FakeSocket.opened.length = 0;
  vi.stubGlobal('WebSocket', FakeSocket);
  server.use(http.get(NOTES, () => HttpResponse.json([])));
  return () => vi.unstubAllGlobals();
});

test('while people are out, my small group fills the screen with its card, people and time', async () => {
  showStage([division()]);
  expect(screen.getByRole('heading', { name: 'Group 1' })).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Who decides?' })).toBeVisible();
  expect(screen.getByText(/^(9:5|10:0)\d left$/)).toBeVisible();
  expect(await screen.findByRole('textbox', { name: 'Our note' })).toBeVisible();
  expect(screen.queryByText('The room')).not.toBeInTheDocument();
});

test('what I write is said to be saved once the server has it, and others are named with their line', async () => {
  const kept = new Y.Doc();
  server.use(
    http.post(NOTE, async ({ request }) => {
      const { update } = (await request.json()) as { update: string };
      Y.applyUpdate(kept, unpacked(update));
      return HttpResponse.json({ seq: 1, length: 5, state_vector: '' });
    }),
  );
  showStage([division()]);
  const area = await screen.findByRole('textbox', { name: 'Our note' });
  FakeSocket.newest.accept();
  FakeSocket.newest.say({ type: 'hello', protocol: 1, seq: 0, now: AT });
  await userEvent.type(area, 'One{Enter}two');
  expect(screen.getByText('Saving…')).toBeVisible();
  expect(await screen.findByText('Saved')).toBeVisible();
  const text = kept.getText('note');
  expect(text.toString()).toBe('One\ntwo');
  const at = packed(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, 5)));
  FakeSocket.newest.say({
    type: 'cursor_moved',
    connection: 'c',
    member_id: 'bob',
    name: 'Bob',
    anchor: at,
    head: at,
  });
  const others = await screen.findByRole('list', { name: 'Who else is writing' });
  expect(within(others).getByText('Bob, line 2')).toBeVisible();
});

test('whoever is in no small group is told so and stays in the room', () => {
  showStage([division()], 'chair');
  expect(screen.getByText(/You are in none/)).toBeVisible();
  expect(screen.getByText('The room')).toBeVisible();
});

test('back in the room, a group reports, and what every group wrote can be read', async () => {
  server.use(
    http.get(NOTES, () =>
      HttpResponse.json([
        {
          small_group_id: 'g2',
          length: 6,
          changed_at: AT,
          is_frozen: true,
          text: 'Nights.',
          document_id: null,
        },
      ]),
    ),
  );
  showStage([division({ recalled_at: AT, reporting: 'g2' })]);
  expect(screen.getByRole('heading', { name: 'Group 2 reports' })).toBeVisible();
  expect((await screen.findAllByText('Nights.'))[0]).toBeVisible();
  expect(screen.getByRole('heading', { name: 'What the small groups wrote' })).toBeVisible();
  expect(screen.getByText('The room')).toBeVisible();
});

test('words that came too late are shown until I let them go', async () => {
  const forget = vi.fn();
  renderWithProviders(<TooLate words="Ask the nurses." onForget={forget} />);
  expect(screen.getByRole('alert')).toHaveTextContent('Ask the nurses.');
  await userEvent.click(screen.getByRole('button', { name: 'I do not need them any more' }));
  expect(forget).toHaveBeenCalledOnce();
});

test('the chair divides those of the panel who are here, each group with its own card', async () => {
  const asked = takeCommands();
  renderWithProviders(<GroupsBoard live={live([])} groups={[]} />);
  expect(screen.getByRole('checkbox', { name: 'Chair' })).not.toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: 'Make the groups' }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({
    type: 'make_small_groups',
    how: 'balanced',
    member_ids: ['ann', 'bob'],
    groups: [{ item_id: 'i' }, { item_id: 'i' }],
  });
});

test('the chair sees how much is written, warns, and calls everybody back', async () => {
  const asked = takeCommands();
  server.use(
    http.get(NOTES, () =>
      HttpResponse.json([
        {
          small_group_id: 'g1',
          length: 42,
          changed_at: AT,
          is_frozen: false,
          text: null,
          document_id: null,
        },
      ]),
    ),
  );
  renderWithProviders(<GroupsBoard live={live([division()])} groups={[]} />);
  expect(await screen.findByText('42 characters written')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Say “one minute left”' }));
  await userEvent.click(screen.getByRole('button', { name: 'Call everybody back' }));
  await waitFor(() =>
    expect(asked.map(({ type }) => type)).toEqual(['warn_small_groups', 'call_back']),
  );
});

test('the order of the reports is drawn, or changed by hand', async () => {
  const asked = takeCommands();
  renderWithProviders(<GroupsBoard live={live([division({ recalled_at: AT })])} groups={[]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Let group 2 report earlier' }));
  await userEvent.click(screen.getByRole('button', { name: 'Draw the order' }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked.map(({ order }) => order)).toEqual([['g2', 'g1'], null]);
});
