import { useQuery } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import type { AnswerStore, KeptAnswer } from '@/lib/kept-answers';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { type AnswerIn, answeringQuery, type MyRound } from '../queries';
import type { MyStatements } from '../statement-queries';
import { useStatementStream, votedStatements } from '../statement-stream';
import { useRoundAnswers } from '../use-round-answers';
import { StatementVotes } from './statement-votes';
import { StatementVoting } from './statement-voting';
import { StatementWriting } from './statement-writing';
import { StatementWritten } from './statement-written';

const TEXTS = ['Every meeting needs a carer.', 'Trust takes time.', 'Notes should be shared.'];

const ROUND = {
  id: 'round',
  items: TEXTS.map((statement, place) => ({
    id: `item-${place}`,
    kind: 'statement',
    statement,
    questions: [{ id: `vote-${place}`, kind: 'vote' }],
  })),
  answers: [],
  late: [],
  ended_at: null,
} as unknown as MyRound;

function mine(changes: Partial<MyStatements> = {}): MyStatements {
  return {
    id: 'round',
    title: 'First round',
    state: 'open',
    closes_at: null,
    ended_at: null,
    takes_statements: true,
    policy: 'One idea in each.',
    longest: 40,
    enough: 3,
    queue: ['item-2', 'item-0', 'item-1'],
    written: [],
    has_opinions: false,
    ...changes,
  };
}

const kept = new Map<string, KeptAnswer>();
const store: AnswerStore = {
  keep: async (key, answer) => void kept.set(key, answer),
  read: async (key) => kept.get(key),
  forget: async (key) => void kept.delete(key),
};
const received = new Map<string, AnswerIn>();
let isOnline = true;

function Voting({ round }: { round: MyRound }) {
  const answers = useRoundAnswers('study', round, 'ann', store);
  const statements = votedStatements(round);
  const stream = useStatementStream(statements, mine().queue, ({ questionId }) =>
    Boolean(answers.answerTo(questionId)),
  );
  return (
    <>
      {stream.current ? (
        <StatementVoting
          current={stream.current}
          isMine={false}
          stream={stream}
          answers={answers}
          place={{ done: received.size, total: 3 }}
        />
      ) : (
        <p>All done</p>
      )}
      <StatementVotes round={round} statements={statements} answers={answers} isOpen />
    </>
  );
}

function Page() {
  const { data } = useQuery(answeringQuery('study', 'round'));
  return data ? <Voting round={data} /> : null;
}

beforeEach(() => {
  kept.clear();
  received.clear();
  isOnline = true;
  server.use(
    http.get('*/rounds/round/mine', () => HttpResponse.json(ROUND)),
    http.put('*/rounds/round/questions/:id/response', async ({ request, params }) => {
      if (!isOnline) {
        return HttpResponse.error();
      }
      const body = (await request.json()) as AnswerIn;
      received.set(String(params.id), body);
      return HttpResponse.json({
        ...body,
        question_id: params.id,
        revision: 1,
        saved_at: body.answered_at,
        is_yours: true,
        overwrote: false,
      });
    }),
  );
});

function shown(): string | null {
  return within(screen.getByRole('group', { name: /voted on/ })).getByRole('blockquote')
    .textContent;
}

test('statements come one at a time in the order that the server gave', async () => {
  const { user } = renderWithProviders(<Page />);
  await screen.findByRole('button', { name: 'Agree' });
  expect(shown()).toBe(TEXTS[2]);
  await user.click(screen.getByRole('button', { name: 'Disagree' }));
  expect(shown()).toBe(TEXTS[0]);
  await user.click(screen.getByRole('button', { name: 'Pass' }));
  await user.click(screen.getByRole('button', { name: 'Agree' }));
  expect(await screen.findByText('All done')).toBeVisible();
  expect([...received].map(([id, { vote }]) => [id, vote])).toEqual([
    ['vote-2', 'disagree'],
    ['vote-0', 'pass'],
    ['vote-1', 'agree'],
  ]);
});

test('A, D and P vote on the statement that has the focus, and nowhere else', async () => {
  const { user } = renderWithProviders(<Page />);
  await screen.findByRole('button', { name: 'Agree' });
  await user.keyboard('a');
  expect(received.size).toBe(0);
  screen.getByRole('button', { name: 'Agree' }).focus();
  await user.keyboard('a');
  expect(screen.getByRole('blockquote')).toHaveFocus();
  await user.keyboard('d');
  await user.keyboard('p');
  await vi.waitFor(() => expect(received.size).toBe(3));
  expect(received.get('vote-0')?.vote).toBe('disagree');
});

test('without a connection one goes on with what was loaded, and nothing is lost', async () => {
  isOnline = false;
  const { user } = renderWithProviders(<Page />);
  for (const vote of ['Agree', 'Agree', 'Disagree']) {
    await user.click(await screen.findByRole('button', { name: vote }));
  }
  expect(await screen.findByText('All done')).toBeVisible();
  expect(received.size).toBe(0);
  isOnline = true;
  window.dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(received.size).toBe(3));
});

test('the last vote can be changed at once, and every vote in the list', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('button', { name: 'Agree' }));
  await user.click(screen.getByRole('button', { name: 'Change my last vote' }));
  expect(shown()).toBe(TEXTS[2]);
  expect(screen.getByRole('button', { name: 'Agree' })).toHaveAttribute('aria-pressed', 'true');
  await user.click(screen.getByRole('button', { name: 'Disagree' }));
  expect(shown()).toBe(TEXTS[0]);
  await user.click(screen.getByText('All my votes', { selector: 'summary' }));
  const list = screen.getByRole('group', { name: `Your vote: ${TEXTS[2]}` });
  await user.click(within(list).getByRole('radio', { name: /Pass/ }));
  await vi.waitFor(() => expect(received.get('vote-2')?.vote).toBe('pass'));
});

test('a statement can be left for later and comes again at the end', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('button', { name: 'Leave it for later' }));
  expect(shown()).toBe(TEXTS[0]);
  await user.click(screen.getByRole('button', { name: 'Agree' }));
  expect(shown()).toBe(TEXTS[1]);
  await user.click(screen.getByRole('button', { name: 'Agree' }));
  expect(shown()).toBe(TEXTS[2]);
});

test('near duplicates are suggested while writing, to be voted on instead', async () => {
  const onVoteOn = vi.fn();
  server.use(
    http.get('*/statements/alike', () =>
      HttpResponse.json([{ item_id: 'item-0', text: TEXTS[0] }]),
    ),
  );
  const { user } = renderWithProviders(
    <StatementWriting studyId="study" mine={mine()} onVoteOn={onVoteOn} />,
  );
  expect(screen.getByText('One idea in each.')).toBeVisible();
  await user.type(screen.getByRole('textbox'), 'A carer at meetings');
  await user.click(await screen.findByRole('button', { name: `Vote on it: ${TEXTS[0]}` }));
  expect(onVoteOn).toHaveBeenCalledWith('item-0');
});

test('length is counted in characters of any script, and too long cannot be sent', async () => {
  server.use(http.get('*/statements/alike', () => HttpResponse.json([])));
  const { user } = renderWithProviders(
    <StatementWriting studyId="study" mine={mine()} onVoteOn={vi.fn()} />,
  );
  await user.click(screen.getByRole('textbox'));
  await user.paste('😀'.repeat(40));
  expect(screen.getByText('0 characters left')).toBeVisible();
  await user.paste('😀');
  expect(screen.getByText('1 character too many')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Send it in' })).toBeDisabled();
});

test('a retry sends the same id, so that nothing is written twice', async () => {
  const ids: string[] = [];
  server.use(
    http.get('*/statements/alike', () => HttpResponse.json([])),
    http.post('*/statements', async ({ request }) => {
      ids.push(((await request.json()) as { client_id: string }).client_id);
      return ids.length === 1 ? HttpResponse.error() : HttpResponse.json({}, { status: 201 });
    }),
  );
  const { user } = renderWithProviders(
    <StatementWriting studyId="study" mine={mine()} onVoteOn={vi.fn()} />,
  );
  await user.type(screen.getByRole('textbox'), 'Notes help.');
  await user.click(screen.getByRole('button', { name: 'Send it in' }));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.getByRole('textbox')).toHaveValue('Notes help.');
  await user.click(screen.getByRole('button', { name: 'Send it in' }));
  expect(await screen.findByText('Your statement is waiting for a moderator.')).toBeVisible();
  expect(ids[1]).toBe(ids[0]);
});

test('an author sees what became of a statement, and why it is not shown', () => {
  const written = {
    item_id: 'mine',
    text: 'Dr Smith is no good.',
    own_words: '',
    standing: 'refused',
    refused_for: 'names_somebody',
    reason: 'Please say it without the name.',
    can_be_taken_back: true,
    created_at: '2026-11-21T10:00:00Z',
  } as const;
  renderWithProviders(<StatementWritten studyId="study" mine={mine({ written: [written] })} />);
  expect(screen.getByText('Your statement is not shown.')).toBeVisible();
  expect(screen.getByText(/names somebody.*Please say it without the name/)).toBeVisible();
  expect(screen.getByRole('button', { name: /Take it back/ })).toBeVisible();
});
