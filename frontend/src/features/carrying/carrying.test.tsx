import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { PollsCarried } from './components/polls-carried';
import { RoundQuestions } from './components/round-questions';
import { TogetherView } from './components/together-view';
import { ofPoll, ofRound } from './distributions';
import type { CarriedPoll, InRound, Poll, QuestionTogether, RoomPoll } from './queries';

const AT = '2026-12-03T13:00:00Z';
const place = { studyId: 's', meetingId: 'm' };
const groups = [
  { id: 'carers', name: 'Carers', position: 0 },
  { id: 'leaders', name: 'Leaders', position: 1 },
];

function aPoll(changes: Partial<Poll> = {}): Poll {
  return {
    id: 'p',
    item_id: null,
    kind: 'vote',
    prompt: 'Do you agree?',
    choices: ['Agree', 'Disagree', 'Abstain'],
    scale: null,
    at_most: null,
    is_secret: false,
    asked: 9,
    quorum: null,
    opened_at: AT,
    closed_at: AT,
    released_at: AT,
    voted: 5,
    has_quorum: null,
    result: {
      counts: [0, 5, 0],
      unable: 0,
      median: null,
      mean_ranks: null,
      total: 5,
      words: null,
      groups: [
        {
          group_id: 'carers',
          counts: [0, 5, 0],
          unable: 0,
          median: null,
          mean_ranks: null,
          total: 5,
        },
        {
          group_id: 'leaders',
          counts: null,
          unable: null,
          median: null,
          mean_ranks: null,
          total: null,
        },
      ],
    },
    ...changes,
  };
}

function votes(agree: number, disagree: number, passed: number, isShown = true): InRound {
  const figures = { agree, disagree, passed, missing: null };
  return {
    kind: 'vote',
    question: { id: 'q', kind: 'vote', prompt: '', scale: null, options: [], at_most: null },
    mine: null,
    whole: figures,
    groups: [
      { group_id: 'carers', figures: isShown ? figures : null },
      { group_id: 'leaders', figures: null },
    ],
  };
}

function aQuestion(
  room: Partial<RoomPoll> = {},
  changes: Partial<QuestionTogether> = {},
): QuestionTogether {
  return {
    item_id: 'i',
    question_id: 'q',
    in_round: votes(4, 0, 0),
    polls: [
      {
        meeting_id: 'm',
        meeting_title: 'Second consultation',
        asked_at: AT,
        poll: aPoll(),
        apart: null,
        ...room,
      },
    ],
    together: votes(1, 4, 1),
    answered_both: 3,
    ...changes,
  };
}

function show(found: QuestionTogether) {
  return renderWithProviders(<TogetherView found={found} groups={groups} />);
}

test('the round, the room and both together stand side by side, and it says who counts where', () => {
  show(aQuestion());
  expect(screen.getByText('Together, Disagree leads with 4 of 6')).toBeVisible();
  const everybody = screen.getByRole('group', { name: 'Everybody' });
  expect(within(everybody).getByRole('list', { name: 'Everybody, Together' })).toHaveTextContent(
    'Agree1Disagree4Abstain1',
  );
  expect(within(everybody).getByText('5 answers')).toBeVisible();
  const counted = screen.getByRole('group', { name: 'Who is counted where' });
  expect(counted).toHaveTextContent('In the round, 4 people answered.');
  expect(counted).toHaveTextContent('In the room (Second consultation), 5 people voted.');
  expect(counted).toHaveTextContent(
    '3 people answered in more than one place. Each counts once, by their later answer, so together they are 6 people.',
  );
});

test('a group is drawn where it may be, and where not, it says so', () => {
  show(aQuestion({}, { together: votes(1, 4, 1, false) }));
  const carers = screen.getByRole('group', { name: 'Carers' });
  expect(within(carers).getByRole('list', { name: 'Carers, In the room' })).toBeVisible();
  expect(within(carers).getByText('too few to show')).toBeVisible();
  expect(screen.queryByRole('group', { name: 'Leaders' })).not.toBeInTheDocument();
});

test('every number of the charts is in the table behind them', async () => {
  const { user } = show(aQuestion());
  await user.click(screen.getByText('The numbers as a table'));
  const table = screen.getByRole('table', { name: 'Numbers: Do you agree?' });
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows).toContain('EverybodyTogether1416');
  expect(rows).toContain('CarersIn the room0505');
});

test.each([
  ['secret', /What each person voted was destroyed/],
  ['unlinkable', /nobody may know who answered it/],
  ['few', /Only a few people answered in both/],
] as const)('where a poll is apart (%s), nothing is added up and it says why', (apart, why) => {
  show(aQuestion({ apart }, { together: null, answered_both: null }));
  expect(screen.getByText('The answers stand side by side and are not added up')).toBeVisible();
  expect(screen.getByText(why)).toBeVisible();
  expect(screen.queryByText(/more than one place/)).not.toBeInTheDocument();
  expect(screen.queryByRole('list', { name: 'Everybody, Together' })).not.toBeInTheDocument();
});

test('options of a round are read in the order in which the room had them', () => {
  const found = ofRound({
    kind: 'ranking',
    question: {
      id: 'q',
      kind: 'ranking',
      prompt: '',
      scale: null,
      options: [
        { id: 'a', label: 'Trust' },
        { id: 'b', label: 'Time' },
      ],
      at_most: null,
    },
    mine: null,
    whole: {
      answered: 3,
      missing: null,
      counts: [
        { option_id: 'b', count: 2 },
        { option_id: 'a', count: 1 },
      ],
      ranks: {
        order: [
          { option_id: 'b', mean_rank: 1.3 },
          { option_id: 'a', mean_rank: 1.7 },
        ],
        w: null,
        p: null,
      },
    },
    groups: [],
  });
  expect(found?.whole).toMatchObject({ counts: [1, 2], places: [1.7, 1.3], total: 3 });
  expect(ofPoll(aPoll({ kind: 'words', choices: [] }))).toBeNull();
});

function carried(changes: Partial<CarriedPoll> = {}): CarriedPoll {
  return {
    poll_id: 'p',
    prompt: 'Do you agree?',
    kind: 'vote',
    is_secret: false,
    is_released: true,
    rounds: [],
    ...changes,
  };
}

function showPolls(polls: CarriedPoll[], drafts: { id: string; title: string }[] | undefined) {
  server.use(http.get('*/carried', () => HttpResponse.json(polls)));
  const onAsked = vi.fn();
  const shown = renderWithProviders(
    <PollsCarried
      place={place}
      groups={groups}
      drafts={drafts}
      roundLink={({ round_title: title }) => <a href="/round">{title}</a>}
      onAsked={onAsked}
    />,
  );
  return { ...shown, onAsked };
}

test("a poll's question is asked in a draft, or in a new one, from the record", async () => {
  const asked: unknown[] = [];
  server.use(
    http.post('*/polls/p/carry', async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ round_id: 'r', item_id: 'i', question_id: 'q' }, { status: 201 });
    }),
  );
  const { user, onAsked } = showPolls([carried()], [{ id: 'r', title: 'Second round' }]);
  const button = { name: 'Ask this in a round too: Do you agree?' };
  await user.click(await screen.findByRole('button', button));
  await user.click(screen.getByRole('button', { name: 'Ask it there' }));
  await vi.waitFor(() => expect(onAsked).toHaveBeenCalledOnce());
  await user.click(await screen.findByRole('button', button));
  await user.click(screen.getByRole('radio', { name: 'In a new draft' }));
  await user.type(screen.getByRole('textbox', { name: /Title/ }), 'After');
  await user.click(screen.getByRole('button', { name: 'Ask it there' }));
  await vi.waitFor(() => expect(asked).toEqual([{ round_id: 'r' }, { title: 'After' }]));
});

test('of a secret poll it is said before it is asked that it is never added up', async () => {
  showPolls([carried({ is_secret: true })], undefined);
  expect(await screen.findByText(/They are never added up/)).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('what came of both stands with the poll once its round has closed', async () => {
  server.use(http.get('*/rounds/r/together', () => HttpResponse.json([aQuestion()])));
  const round = { round_id: 'r', round_title: 'Second round', question_id: 'q' };
  showPolls(
    [
      carried({ rounds: [{ ...round, state: 'closed' }] }),
      carried({ poll_id: 'o', prompt: 'And this?', rounds: [{ ...round, state: 'open' }] }),
    ],
    undefined,
  );
  expect(await screen.findByText('Together, Disagree leads with 4 of 6')).toBeVisible();
  const open = screen.getByRole('group', { name: 'Poll: And this?' });
  expect(within(open).getByText(/once the round has closed/)).toBeVisible();
});

test('a question of a round is found and put to the room as the chair has set it', async () => {
  const put: unknown[] = [];
  server.use(
    http.get('*/askable', () =>
      HttpResponse.json(
        Array.from({ length: 8 }, (_, n) => ({
          question_id: `q${n}`,
          round_title: 'First round',
          about: `Mechanism ${n}`,
          version_id: `v${n}`,
          kind: 'rating',
          prompt: 'How important is this?',
        })),
      ),
    ),
    http.post('*/askable/q5', async ({ request }) => {
      put.push(await request.json());
      return HttpResponse.json({ seq: 7 });
    }),
  );
  const onPut = vi.fn();
  const terms = { is_secret: false, quorum: null, quorum_share: null, item_id: 'a' };
  const { user } = renderWithProviders(
    <RoundQuestions place={place} terms={terms} versionId="v7" onPut={onPut} />,
  );
  const [first] = await screen.findAllByRole('listitem');
  expect(first).toHaveTextContent('Mechanism 7');
  await user.type(await screen.findByRole('searchbox', { name: 'Find a question' }), '5 mech');
  await user.click(screen.getByRole('button', { name: /about Mechanism 5/ }));
  await vi.waitFor(() => expect(onPut).toHaveBeenCalledOnce());
  expect(put).toEqual([{ ...terms, command_id: expect.any(String) }]);
  expect(screen.queryByRole('button', { name: /Mechanism 4/ })).not.toBeInTheDocument();
});
