import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { AnswerStore, KeptAnswer } from '@/lib/kept-answers';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { type AnswerIn, answeringQuery, type MyRound } from '../queries';
import { useRoundAnswers } from '../use-round-answers';
import { AnswerItem } from './answer-item';
import { AnswerReview } from './answer-review';
import { ItemBody } from './item-body';

const BANDS = [
  { name: 'not important', low: 1, high: 3 },
  { name: 'important but not critical', low: 4, high: 6 },
  { name: 'critical', low: 7, high: 9 },
];

const ROUND: MyRound = {
  id: 'round',
  title: 'First round',
  state: 'open',
  closes_at: '2026-12-01T18:00:00Z',
  ended_at: null,
  introduction: '',
  is_real_time: false,
  carried: [],
  mechanisms: [],
  standing: 'waiting',
  items: [
    {
      id: 'one',
      position: 0,
      kind: 'statement',
      cmoc_id: null,
      element_id: null,
      to_element_id: null,
      carried_from_id: null,
      version: null,
      statement: 'A shared purpose matters.',
      seconds: 60,
      questions: [
        {
          id: 'rating',
          kind: 'rating',
          prompt: 'How important is this?',
          scale: { low: 1, high: 9, low_label: '', high_label: '', bands: BANDS },
          options: [],
          at_most: null,
        },
      ],
    },
    {
      id: 'two',
      position: 1,
      version: null,
      kind: 'statement',
      cmoc_id: null,
      element_id: null,
      to_element_id: null,
      carried_from_id: null,
      statement: 'Carers belong in every meeting.',
      seconds: 60,
      questions: [
        {
          id: 'vote',
          kind: 'vote',
          prompt: 'Do you agree with this?',
          scale: null,
          options: [],
          at_most: null,
        },
        {
          id: 'text',
          kind: 'text',
          prompt: 'What would you change?',
          scale: null,
          options: [],
          at_most: null,
        },
      ],
    },
  ],
  answers: [],
  seconds: 120,
  finished_at: null,
  suppress_below: 3,
  anonymity: 'pseudonymous',
  ideas: [],
  late: [],
  changes: [],
};

const kept = new Map<string, KeptAnswer>();
const store: AnswerStore = {
  keep: async (key, answer) => void kept.set(key, answer),
  read: async (key) => kept.get(key),
  forget: async (key) => void kept.delete(key),
};
const received = new Map<string, AnswerIn>();
const onFinish = vi.fn<() => Promise<unknown>>();
let isOnline = true;

function Answering({ round }: { round: MyRound }) {
  const answers = useRoundAnswers('study', round, 'ann', store);
  const [place, setPlace] = useState(0);
  const item = round.items[place];
  return item ? (
    <AnswerItem
      round={round}
      place={place}
      answers={answers}
      onBack={() => setPlace(place - 1)}
      onNext={() => setPlace(place + 1)}
      onAll={() => undefined}
    >
      <ItemBody
        studyId="study"
        round={round}
        item={item}
        answers={answers}
        groups={[]}
        card={null}
        comments={null}
      />
    </AnswerItem>
  ) : (
    <AnswerReview round={round} answers={answers} onChange={setPlace} onFinish={onFinish} />
  );
}

function Page() {
  const { data } = useQuery(answeringQuery('study', 'round'));
  return data ? <Answering round={data} /> : null;
}

beforeEach(() => {
  kept.clear();
  received.clear();
  isOnline = true;
  onFinish.mockReset().mockResolvedValue(undefined);
  server.use(
    http.get('*/rounds/round/mine', () => HttpResponse.json(ROUND)),
    http.put('*/rounds/round/questions/:id/response', async ({ request, params }) => {
      if (!isOnline) {
        return HttpResponse.error();
      }
      const body = (await request.json()) as AnswerIn;
      received.set(String(params.id), body);
      return HttpResponse.json({
        question_id: params.id,
        rating: body.rating ?? null,
        is_unable: body.is_unable ?? false,
        vote: body.vote ?? null,
        text: body.text ?? '',
        revision: 1,
        answered_at: body.answered_at,
        saved_at: body.answered_at,
        entered_how: '',
        given_on: null,
        is_yours: true,
        overwrote: false,
      });
    }),
  );
});

async function comeBackOnline() {
  isOnline = true;
  window.dispatchEvent(new Event('online'));
}

test('an answer saves itself and says so', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('radio', { name: '8, critical' }));
  expect(await screen.findByText('Your answer is saved')).toBeVisible();
  expect(received.get('rating')?.rating).toBe(8);
  expect(screen.getByText('1 of 2, about 2 minutes left')).toBeVisible();
});

test('without a connection one goes on, and all answers are sent once it is back', async () => {
  isOnline = false;
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('radio', { name: 'Unable to say' }));
  expect(await screen.findByText('Not sent yet: kept on this device')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(screen.getByRole('radio', { name: 'Disagree' }));
  await user.type(screen.getByRole('textbox', { name: 'What would you change?' }), 'Say who. ');
  await user.click(screen.getByRole('button', { name: 'Check my answers' }));
  expect(screen.getByText('Unable to say')).toBeVisible();
  expect(screen.getByText('Disagree')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'I have finished' }));
  expect(await screen.findByText(/Please finish when the connection is back/)).toBeVisible();
  expect(onFinish).not.toHaveBeenCalled();
  expect(received.size).toBe(0);

  await comeBackOnline();
  expect(await screen.findByText('Your answer is saved')).toBeVisible();
  expect(received.get('rating')?.is_unable).toBe(true);
  expect(received.get('vote')?.vote).toBe('disagree');
  expect(received.get('text')?.text).toBe('Say who. ');
  await user.click(screen.getByRole('button', { name: 'I have finished' }));
  await vi.waitFor(() => expect(onFinish).toHaveBeenCalledOnce());
});

test('a reload shows what was not sent, and sends it when it can', async () => {
  isOnline = false;
  const first = renderWithProviders(<Page />);
  await first.user.click(await screen.findByRole('radio', { name: '3, not important' }));
  expect(await screen.findByText('Not sent yet: kept on this device')).toBeVisible();
  first.unmount();

  renderWithProviders(<Page />);
  const chosen = await screen.findByRole('radio', { name: '3, not important' });
  await vi.waitFor(() => expect(chosen).toBeChecked());
  expect(await screen.findByText('Not sent yet: kept on this device')).toBeVisible();
  await comeBackOnline();
  expect(await screen.findByText('Your answer is saved')).toBeVisible();
  expect(received.get('rating')?.rating).toBe(3);
  expect(kept.size).toBe(0);
});

test('an answer that came too late is said not to count and stays readable', async () => {
  server.use(
    http.put('*/rounds/round/questions/:id/response', () =>
      HttpResponse.json(
        { title: 'This is over', status: 410, detail: 'This round closed on Friday.' },
        { status: 410 },
      ),
    ),
  );
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('radio', { name: '5, important but not critical' }));
  expect(await screen.findByText('Not counted: This round closed on Friday.')).toBeVisible();
  expect(screen.getByRole('radio', { name: '5, important but not critical' })).toBeChecked();
});

test('the check page leads back to each question', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('button', { name: 'Next' }));
  await user.click(screen.getByRole('button', { name: 'Check my answers' }));
  expect(screen.getByText('3 questions have no answer. That is all right.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Answer: Carers belong in every meeting.' }));
  expect(screen.getByRole('group', { name: 'Do you agree with this?' })).toBeVisible();
});
