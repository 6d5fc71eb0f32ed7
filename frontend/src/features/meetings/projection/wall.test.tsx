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
  is_rehearsal: false,
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

test('small groups and polls are on the wall before any point is on show', () => {
  const { unmount } = show({ shown: null, mechanism: null });
  expect(screen.getByRole('heading', { name: 'Nothing is on show yet' })).toBeVisible();
  unmount();
  const small_groups = { sent_at: AT, ends_at: AT, cards: ['Who decides?'] };
  show({ shown: null, mechanism: null, small_groups });
  expect(screen.getByText('Who decides?')).toBeVisible();
  expect(screen.queryByText('Nothing is on show yet')).not.toBeInTheDocument();
});

test('the agenda on the wall begins with the point on show and keeps its number', () => {
  show({ shown: 1, mechanism: null });
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(screen.getByRole('list')).toHaveAttribute('start', '2');
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

type WallPollState = NonNullable<WallSnapshot['poll']>;

function poll(changes: Partial<WallPollState> = {}): WallPollState {
  return {
    id: 'p',
    item_id: 'a',
    kind: 'vote',
    prompt: 'Do you agree with this?',
    choices: ['Agree', 'Disagree', 'Abstain'],
    scale: null,
    at_most: null,
    is_secret: false,
    asked: 9,
    quorum: null,
    opened_at: AT,
    closed_at: null,
    released_at: null,
    voted: null,
    has_quorum: null,
    result: null,
    ...changes,
  };
}

const scale = {
  low: 1,
  high: 9,
  low_label: 'Not important',
  high_label: 'Critical',
  bands: [
    { name: 'not important', low: 1, high: 3 },
    { name: 'important', low: 4, high: 6 },
    { name: 'critical', low: 7, high: 9 },
  ],
};
const groups = [
  { id: 'carers', name: 'Family carers', short_name: 'Carers', position: 0, is_public: true },
];

function released(
  counts: number[],
  changes: Partial<WallPollState> = {},
  more: Partial<NonNullable<WallPollState['result']>> = {},
): WallPollState {
  const figures = { counts, unable: 0, median: null, mean_ranks: null };
  return poll({
    closed_at: AT,
    released_at: AT,
    result: {
      ...figures,
      total: 7,
      words: null,
      groups: [
        { ...figures, group_id: 'carers', total: 7, ...more },
        { counts: null, unable: null, median: null, mean_ranks: null, group_id: 'x', total: null },
      ],
      ...more,
    },
    ...changes,
  });
}

test.each<[string, Partial<WallPollState>, RegExp[]]>([
  ['a vote', {}, [/^Agree$/, /^3 of 9 have voted$/]],
  ['a rating', { kind: 'rating', choices: [], scale }, [/from 1 to 9/, /4–6 important/]],
  ['several choices', { kind: 'choice', at_most: 2 }, [/Choose up to 2/]],
  ['a ranking', { kind: 'ranking' }, [/Put these in order/]],
  ['words', { kind: 'words', choices: [], at_most: 3 }, [/up to 3 answers/]],
  ['a secret poll', { is_secret: true }, [/nobody can find out/]],
  ['a poll with a quorum', { quorum: 5 }, [/5 votes are needed/]],
])('%s says on the wall how it is answered, and how many have', (_name, changes, said) => {
  show({ poll: poll(changes), voted: 3 });
  expect(screen.getByRole('heading', { name: 'Do you agree with this?' })).toBeVisible();
  const text = screen.getByRole('region', { name: 'What is on show' });
  for (const words of said) {
    expect(
      [...text.querySelectorAll('li, p')].some((each) =>
        words.test(each.textContent?.trim() ?? ''),
      ),
    ).toBe(true);
  }
});

test('while a poll is on the wall it has the room, and the code to join stands below', () => {
  show({ poll: poll() });
  expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  expect(screen.getByRole('img', { name: 'Code: B C D F H J' })).toBeVisible();
});

test('a closed poll stays on the wall without its result', () => {
  show({ poll: poll({ closed_at: AT, voted: 7 }) });
  expect(screen.getByText('of 9 voted')).toHaveTextContent('7 of 9 voted');
  expect(screen.getByText(/The result is not shown yet/)).toBeVisible();
  expect(screen.queryByText('Disagree')).not.toBeInTheDocument();
});

test.each<[string, WallPollState, RegExp, string]>([
  ['a vote', released([5, 2, 0]), /Agree leads with 5 of 7/, 'Agree5'],
  [
    'a ranking',
    released([1, 6, 0], { kind: 'ranking' }, { mean_ranks: [2, 1.1, 2.9] }),
    /Disagree comes first/,
    'Disagreeplace 1.1',
  ],
  [
    'a rating',
    released([0, 0, 0, 1, 1, 0, 2, 3, 0], { kind: 'rating', choices: [], scale }, { median: 7 }),
    /The median is 7: critical/,
    '7–9 critical: 5 people',
  ],
  [
    'words',
    released([], { kind: 'words', choices: [] }, { words: [{ word: 'trust', count: 4 }] }),
    /Most often: trust, 4 times/,
    'trust ×4',
  ],
])(
  'what came of %s stands on the wall as a finding with its numbers',
  (_name, shown, said, row) => {
    show({ poll: shown, groups });
    expect(screen.getByRole('heading', { level: 2, name: said })).toBeVisible();
    const rows = screen.getAllByRole('listitem').map((each) => each.textContent);
    expect(rows).toContain(row);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.queryByText('Numbers')).not.toBeInTheDocument();
  },
);

test('each group that may be told has its own finding, and the others are not told', () => {
  show({ poll: released([5, 2, 0]), groups });
  expect(screen.getByText(/Carers/).closest('li')).toHaveTextContent('CarersAgree: 5 of 7');
  expect(screen.getByText('Groups with few votes are not told by themselves.')).toBeVisible();
});
