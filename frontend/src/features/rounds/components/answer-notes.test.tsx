import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import type { AnswerStore, KeptAnswer } from '@/lib/kept-answers';
import { myRound } from '@/testing/factories';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { type Answer, type AnswerIn, answeringQuery, type MyRound } from '../queries';
import { useRoundAnswers } from '../use-round-answers';
import { AnswerReview } from './answer-review';
import { ItemBody } from './item-body';

const ANSWER: Answer = {
  question_id: 'vote',
  rating: null,
  is_unable: false,
  vote: 'agree',
  choices: null,
  text: '',
  reason: '',
  revision: 1,
  answered_at: '2026-11-21T10:00:00Z',
  saved_at: '2026-11-21T10:00:00Z',
  entered_how: '',
  given_on: null,
};

const kept = new Map<string, KeptAnswer>();
const store: AnswerStore = {
  keep: async (key, answer) => void kept.set(key, answer),
  read: async (key) => kept.get(key),
  forget: async (key) => void kept.delete(key),
};
let held: MyRound;

function Answering({ round }: { round: MyRound }) {
  const answers = useRoundAnswers('study', round, 'ann', store);
  const [item] = round.items;
  return (
    item && (
      <ItemBody
        studyId="study"
        round={round}
        item={item}
        answers={answers}
        groups={[]}
        card={null}
        comments={null}
      />
    )
  );
}

function Tab() {
  const { data } = useQuery(answeringQuery('study', 'round'));
  return data ? <Answering round={data} /> : null;
}

function Review() {
  const answers = useRoundAnswers('study', held, 'ann', store);
  return <AnswerReview round={held} answers={answers} onChange={vi.fn()} onFinish={vi.fn()} />;
}

/** The server: of two answers the later stands, and both tabs are told. */
function receive(body: AnswerIn): object {
  const [standing] = held.answers;
  const isLater = !standing || body.answered_at > standing.answered_at;
  const revision = (standing?.revision ?? 0) + 1;
  if (isLater) {
    held = { ...held, answers: [{ ...ANSWER, ...(body as object), revision } as Answer] };
  }
  const known = body.known_revision ?? 0;
  return {
    ...held.answers[0],
    is_yours: isLater,
    overwrote: isLater && revision > known + 1,
  };
}

beforeEach(() => {
  kept.clear();
  held = myRound();
  server.use(
    http.get('*/rounds/round/mine', () => HttpResponse.json(held)),
    http.put('*/rounds/round/questions/:id/response', async ({ request }) =>
      HttpResponse.json(receive((await request.json()) as AnswerIn)),
    ),
  );
});

test('an answer that the team entered says so, and how it was given', async () => {
  held = myRound({ answers: [{ ...ANSWER, entered_how: 'paper' }] });
  const { unmount } = renderWithProviders(<Tab />);
  expect(await screen.findByText('Entered for you by the team (on paper).')).toBeVisible();
  unmount();
  held = myRound({ answers: [{ ...ANSWER, entered_how: 'paper', given_on: '2026-11-20' }] });
  renderWithProviders(<Tab />);
  expect(
    await screen.findByText(
      'Entered for you by the team (on paper, given on Friday 20 November 2026).',
    ),
  ).toBeVisible();
});

test('an answer after the close is shown to its giver, kept aside and not counted', () => {
  const late = { ...ANSWER, vote: 'disagree' as const };
  held = myRound({
    state: 'closed',
    standing: 'closed',
    ended_at: '2026-11-21T09:00:00Z',
    answers: [ANSWER],
    late: [late],
  });
  renderWithProviders(<Review />);
  expect(screen.getByText('Agree')).toBeVisible();
  expect(
    screen.getByText(
      'You answered “Disagree” after the close. We keep it aside; it is not counted.',
    ),
  ).toBeVisible();
});

test('an answer that takes the place of one from another device says so', async () => {
  const { user } = renderWithProviders(<Tab />);
  await screen.findByRole('radio', { name: 'Agree' });
  receive({ vote: 'agree', answered_at: '2026-11-21T10:00:00Z' });
  await user.click(screen.getByRole('radio', { name: 'Disagree' }));
  expect(await screen.findByText(/This answer has taken its place./)).toBeVisible();
});

test('a later answer from another device stands, and what was given here can be read', async () => {
  const { user } = renderWithProviders(<Tab />);
  await screen.findByRole('radio', { name: 'Agree' });
  receive({ vote: 'agree', answered_at: '2999-11-21T10:00:00Z' });
  await user.click(screen.getByRole('radio', { name: 'Disagree' }));
  expect(await screen.findByText(/That answer stands and is shown here./)).toHaveTextContent(
    'What you gave here: “Disagree”',
  );
  expect(screen.getByRole('radio', { name: 'Agree' })).toBeChecked();
});

test('the other tab of the same browser shows the new answer at once, and says why', async () => {
  const first = renderWithProviders(<Tab />);
  await screen.findByRole('radio', { name: 'Agree' });
  const channel = new BroadcastChannel('round-answers/round/ann');
  channel.postMessage(ANSWER);
  expect(await screen.findByText(/has just been changed elsewhere/)).toBeVisible();
  expect(screen.getByRole('radio', { name: 'Agree' })).toBeChecked();
  channel.close();
  first.unmount();
});
