import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { LiveMeeting } from '../live';
import { AT, aLiveMeeting, aMeeting } from '../testing/a-meeting';
import { ChairConsole } from './chair-console';

const CHAIR = { id: 'alan', name: 'Alan', group_id: null };
const meeting = aMeeting({ may_chair: true, may_vote: false });
const live = aLiveMeeting(
  { people: { alan: CHAIR }, chair: { member_id: 'alan', since: AT } },
  {},
  { here: [{ ...CHAIR, is_away: false }] },
);

let commands: unknown[];

beforeEach(() => {
  commands = [];
  server.use(
    http.get('*/comments', () => HttpResponse.json([])),
    http.post('*/commands', async ({ request }) => {
      commands.push(await request.json());
      return HttpResponse.json({ seq: 2 });
    }),
  );
});

function show(given: LiveMeeting) {
  renderWithProviders(
    <ChairConsole
      meeting={meeting}
      live={given}
      memberId="alan"
      groups={[]}
      mechanisms={[]}
      roundQuestions={() => null}
      afterwards={<p>polls and rounds</p>}
      mechanism={(_, onChosen) => (
        <button type="button" onClick={onChosen}>
          these words
        </button>
      )}
      commentBox={({ title }, onSent) => (
        <button type="button" onClick={onSent}>
          send about {title}
        </button>
      )}
      leave={null}
    />,
  );
}

const SEND = { name: 'send about Working with power' };

test('the chair writes about what is on show, and the box closes once it is sent', async () => {
  show(live);
  await userEvent.click(screen.getByRole('button', { name: /Write a comment/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Write a comment' });
  await userEvent.click(within(dialog).getByRole('button', SEND));
  expect(screen.queryByRole('button', SEND)).not.toBeInTheDocument();
});

test.each([
  ['a key', () => userEvent.keyboard('w')],
  ['chosen words', () => userEvent.click(screen.getByRole('button', { name: 'these words' }))],
])('%s opens the box too', async (_way, act) => {
  show(live);
  await act();
  expect(await screen.findByRole('button', SEND)).toBeInTheDocument();
});

const agenda = ['i', 'j', 'k'].map((id) => ({
  id,
  title: `Point ${id}`,
  kind: 'discuss' as const,
  version_id: null,
  minutes: 10,
}));
const running = aLiveMeeting({
  people: { alan: CHAIR, bob: { ...CHAIR, id: 'bob', name: 'Bob' } },
  chair: { member_id: 'alan', since: AT },
  agenda,
  hands: [
    { member_id: 'alan', since: AT, kind: 'speak' },
    { member_id: 'bob', since: AT, kind: 'order' },
  ],
});

test.each([
  ['n', { type: 'present', item_id: 'j' }],
  ['k', { type: 'skip', item_id: 'j' }],
  ['l', { type: 'put_back', item_id: 'i', before: null }],
  ['j', { type: 'move_item', item_id: 'k', before: 'j' }],
  ['b', { type: 'pause' }],
  ['f', { type: 'give_floor', member_id: 'bob' }],
  ['q', { type: 'set_queue', order: 'balanced' }],
  ['{Shift>}F{/Shift}', { type: 'lower_hand', member_id: 'bob' }],
])('the key %s does what it says', async (key, command) => {
  show(running);
  await userEvent.keyboard(key);
  await expect.poll(() => commands).toHaveLength(1);
  expect(commands[0]).toMatchObject(command);
});

test('the point on show is given five minutes more by keys alone', async () => {
  show(running);
  await userEvent.keyboard('{Shift>}N{/Shift}');
  const dialog = await screen.findByRole('dialog', { name: 'Time for “Point i”' });
  expect(within(dialog).getByLabelText('Minutes')).toHaveFocus();
  await userEvent.click(within(dialog).getByRole('button', { name: '5 minutes more' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Keep this time' }));
  await expect.poll(() => commands).toHaveLength(1);
  expect(commands[0]).toMatchObject({ type: 'time_item', item_id: 'i', minutes: 15 });
});

test('every single thing the chair does by a key has a key of its own, and is in the list', async () => {
  show(running);
  await userEvent.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keys of the chair' });
  const keys = within(dialog)
    .getAllByRole('term')
    .map((term) => term.textContent);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(expect.arrayContaining(['i', 'y', 'z', '⇧ d', '⇧ f', '⇧ h', '⇧ m', '⇧ n']));
});

test('an action is noted with who does it and by when', async () => {
  show(running);
  await userEvent.keyboard('t');
  const dialog = await screen.findByRole('dialog', { name: 'Note an action' });
  await userEvent.type(within(dialog).getByLabelText('What is to be done'), 'Ask the clinic.');
  // Tab goes from what is to be done to who does it
  await userEvent.tab();
  await userEvent.keyboard('Bob');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  await expect.poll(() => commands).toHaveLength(1);
  expect(commands[0]).toMatchObject({
    type: 'note_outcome',
    kind: 'action',
    who: 'Bob',
    due: null,
  });
});

test('who may chair and does not sees who does, and takes a chair that is free', async () => {
  const away = aLiveMeeting(
    {
      people: { bob: { ...CHAIR, id: 'bob', name: 'Bob' } },
      chair: { member_id: 'bob', since: AT },
    },
    {},
    { here: [{ ...CHAIR, is_away: false }], chair_seen_at: AT },
  );
  show(away);
  expect(screen.getByText(/Bob holds the chair, and their connection is gone/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Pause/ })).not.toBeInTheDocument();
  vi.useFakeTimers({ now: Date.parse(AT) + 61_000, toFake: ['Date'] });
  show(away);
  await userEvent.click(screen.getByRole('button', { name: 'Take the chair' }));
  vi.useRealTimers();
  await expect.poll(() => commands).toHaveLength(1);
  expect(commands[0]).toMatchObject({ type: 'take_chair' });
});

test('what came of the last poll stands above what is on show, earlier ones below', () => {
  const figures = { counts: [2, 1], unable: 0, median: null, mean_ranks: null };
  const [first, second] = ['The first?', 'The second?'].map((prompt) => ({
    id: prompt,
    item_id: 'i',
    kind: 'choice' as const,
    prompt,
    choices: ['Keep it', 'Drop it'],
    scale: null,
    at_most: 1,
    is_secret: false,
    asked: 3,
    quorum: null,
    opened_at: AT,
    closed_at: AT,
    released_at: AT,
    voted: 3,
    has_quorum: null,
    result: { ...figures, total: 3, words: null, groups: [] },
  }));
  show(aLiveMeeting({ polls: [first, second].flatMap((one) => one ?? []) }));
  const stage = screen.getByRole('button', { name: 'these words' });
  const [newest, earlier] = [/The second/, /The first/].map((words) => screen.getByText(words));
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  expect(newest?.compareDocumentPosition(stage)).toBe(follows);
  expect(earlier && stage.compareDocumentPosition(earlier)).toBe(follows);
});

test('after the end the polls can be carried on from here', () => {
  show(aLiveMeeting({ phase: 'ended', chair: null }));
  expect(screen.getByText('polls and rounds')).toBeVisible();
});

test('time over is said in words', () => {
  vi.useFakeTimers({ now: Date.parse(AT) + 13.5 * 60_000, toFake: ['Date'] });
  show(running);
  expect(screen.getByText('3 minutes over')).toBeVisible();
  vi.useRealTimers();
});
