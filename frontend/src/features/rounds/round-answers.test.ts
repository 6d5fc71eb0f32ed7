import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '@/api/errors';
import type { AnswerStore, KeptAnswer } from '@/lib/kept-answers';
import type { Answer, AnswerIn, Question, SavedAnswer } from './queries';
import { answerThatStands, RoundAnswers, stateOfAll } from './round-answers';

const QUESTIONS: Question[] = [
  {
    id: 'rating',
    kind: 'rating',
    prompt: 'How important?',
    scale: null,
    options: [],
    at_most: null,
  },
  { id: 'words', kind: 'text', prompt: 'What else?', scale: null, options: [], at_most: null },
];
const offline = new Problem({ status: 0, title: 'Away', detail: 'No connection.' });
const closed = new Problem({ status: 410, title: 'Over', detail: 'This round has closed.' });

const send = vi.fn<(questionId: string, body: AnswerIn) => Promise<SavedAnswer>>();
const onSaved = vi.fn<(answer: Answer) => void>();
let kept: Map<string, KeptAnswer>;
let answers: RoundAnswers;

function standing(
  questionId: string,
  body: AnswerIn,
  changes: Partial<SavedAnswer> = {},
): SavedAnswer {
  return {
    question_id: questionId,
    rating: body.rating ?? null,
    is_unable: body.is_unable ?? false,
    vote: body.vote ?? null,
    text: body.text ?? '',
    reason: '',
    choices: null,
    revision: 1,
    answered_at: body.answered_at,
    saved_at: body.answered_at,
    entered_how: '',
    given_on: null,
    is_yours: true,
    overwrote: false,
    ...changes,
  };
}

function begin(memberId = 'ann'): RoundAnswers {
  const store: AnswerStore = {
    keep: async (key, answer) => void kept.set(key, answer),
    read: async (key) => kept.get(key),
    forget: async (key) => void kept.delete(key),
  };
  const begun = new RoundAnswers({ questions: QUESTIONS, memberId, store, send, onSaved });
  begun.start();
  return begun;
}

beforeEach(() => {
  vi.useFakeTimers();
  send.mockReset().mockImplementation(async (id, body) => standing(id, body));
  onSaved.mockReset();
  kept = new Map();
  answers = begin();
});

afterEach(() => answers.end());

test('a rating is sent at once, with the moment it was given', async () => {
  vi.setSystemTime('2026-11-21T10:00:00Z');
  answers.give('rating', { rating: 7 });
  await vi.advanceTimersByTimeAsync(1);
  expect(send).toHaveBeenCalledWith('rating', {
    rating: 7,
    answered_at: '2026-11-21T10:00:00.000Z',
  });
  expect(onSaved).toHaveBeenCalledOnce();
  expect(stateOfAll(answers.snapshot())).toBe('saved');
  expect(kept.size).toBe(0);
});

test('an answer stays on the screen from the press until the page has read it, without a gap', async () => {
  const before = standing('rating', { rating: 3, answered_at: '2026-11-21T09:00:00Z' });
  const shown = new Set<number | null | undefined>();
  const read: Answer[] = [before];
  answers.notice(read);
  answers.subscribe(() => shown.add(answerThatStands(answers.snapshot(), read, 'rating')?.rating));
  send.mockImplementation(async (id, body) => standing(id, body, { revision: 2 }));
  answers.give('rating', { rating: 7 });
  await vi.advanceTimersByTimeAsync(1);
  expect(stateOfAll(answers.snapshot())).toBe('saved');
  expect(shown).toEqual(new Set([7]));
});

test('what was saved gives way to a newer answer, and to none at all once it was read', async () => {
  answers.give('rating', { rating: 7 });
  await vi.advanceTimersByTimeAsync(1);
  const mine = standing('rating', { rating: 7, answered_at: '2026-11-21T09:00:00Z' });
  const newer = { ...mine, rating: 2, revision: 2 };
  expect(answerThatStands(answers.snapshot(), [newer], 'rating')?.rating).toBe(2);
  answers.notice([mine]);
  expect(answerThatStands(answers.snapshot(), [], 'rating')).toBeUndefined();
});

test('answers given without a connection are all sent when it is back, as they were given', async () => {
  send.mockRejectedValue(offline);
  vi.setSystemTime('2026-11-21T10:00:00Z');
  answers.give('rating', { rating: 3 });
  answers.give('words', { text: 'Nights are different.' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(stateOfAll(answers.snapshot())).toBe('kept');
  expect(answers.snapshot().given.rating).toEqual({ rating: 3 });
  await expect(answers.flush()).resolves.toBe(false);

  vi.setSystemTime('2026-11-21T11:00:00Z');
  send.mockReset().mockImplementation(async (id, body) => standing(id, body));
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(10);
  const sent = Object.fromEntries(send.mock.calls);
  expect(sent.rating?.answered_at).toBe('2026-11-21T10:00:00.000Z');
  expect(sent.words?.text).toBe('Nights are different.');
  expect(stateOfAll(answers.snapshot())).toBe('saved');
  expect(kept.size).toBe(0);
});

test('a reload keeps what was not sent, shows it and sends it', async () => {
  send.mockRejectedValue(offline);
  answers.give('rating', { rating: 9 });
  await vi.advanceTimersByTimeAsync(10);
  answers.end();
  await vi.advanceTimersByTimeAsync(10);

  send.mockReset().mockImplementation(() => new Promise(() => undefined));
  answers = begin();
  await vi.advanceTimersByTimeAsync(10);
  expect(answers.snapshot().given.rating).toMatchObject({ rating: 9 });
  expect(send).toHaveBeenCalledOnce();
});

test('what one person left on a device is never sent for another', async () => {
  send.mockRejectedValue(offline);
  answers.give('rating', { rating: 9 });
  await vi.advanceTimersByTimeAsync(10);
  answers.end();
  await vi.advanceTimersByTimeAsync(10);
  send.mockClear();
  answers = begin('bob');
  await vi.advanceTimersByTimeAsync(10);
  expect(send).not.toHaveBeenCalled();
  expect(answers.snapshot().given).toEqual({});
});

test('an answer after the close is said not to count, and is still there to be read', async () => {
  send.mockRejectedValue(closed);
  answers.give('rating', { rating: 5 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(send).toHaveBeenCalledOnce();
  expect(stateOfAll(answers.snapshot())).toBe('refused');
  expect(answers.snapshot().refusals.rating).toBe('This round has closed.');
  expect(answers.snapshot().given.rating).toEqual({ rating: 5 });
});

test('the session may end meanwhile: the answer waits for the person to sign in', async () => {
  send.mockRejectedValueOnce(new Problem({ status: 401, title: 'Sign in', detail: 'Ended.' }));
  answers.give('rating', { rating: 5 });
  await vi.advanceTimersByTimeAsync(10);
  expect(stateOfAll(answers.snapshot())).toBe('kept');
  await vi.advanceTimersByTimeAsync(6_000);
  expect(stateOfAll(answers.snapshot())).toBe('saved');
});

test('an answer says which one was on the screen, and what is one’s own is not somebody else’s', async () => {
  answers.notice([standing('rating', { rating: 4, answered_at: '2026-11-21T09:00:00Z' })]);
  let revision = 1;
  send.mockImplementation(async (id, body) => {
    revision += 1;
    return standing(id, body, { revision });
  });
  answers.give('rating', { rating: 5 });
  answers.give('rating', { rating: 6 });
  await vi.advanceTimersByTimeAsync(10);
  answers.give('rating', { rating: 7 });
  await vi.advanceTimersByTimeAsync(10);
  const known = send.mock.calls.map(([, body]) => body.known_revision);
  expect(known[0]).toBe(1);
  expect(known.at(-1)).toBe(revision - 1);
  expect(answers.snapshot().told).toEqual({});
});

test('an answer that takes the place of one from another tab says so, until the next is given', async () => {
  answers.notice([]);
  send.mockImplementation(async (id, body) => standing(id, body, { revision: 2, overwrote: true }));
  answers.give('rating', { rating: 5 });
  await vi.advanceTimersByTimeAsync(10);
  expect(send.mock.lastCall?.[1].known_revision).toBe(0);
  expect(answers.snapshot().told.rating).toEqual({ kind: 'overwrote' });
  send.mockImplementation(async (id, body) => standing(id, body, { revision: 3 }));
  answers.give('rating', { rating: 6 });
  await vi.advanceTimersByTimeAsync(10);
  expect(answers.snapshot().told).toEqual({});
});

test('where a later answer from elsewhere stands, what was given here can still be read', async () => {
  send.mockImplementation(async (id, body) =>
    standing(id, { ...body, text: 'The other words.' }, { revision: 4, is_yours: false }),
  );
  answers.give('words', { text: 'My words here.' });
  await answers.flush();
  expect(answers.snapshot().told.words).toMatchObject({
    kind: 'stands',
    given: { text: 'My words here.' },
  });
});

test('an answer that was changed elsewhere is noticed when the page reads again', () => {
  const body: AnswerIn = { rating: 4, answered_at: '2026-11-21T09:00:00Z' };
  answers.notice([standing('rating', body)]);
  expect(answers.snapshot().told).toEqual({});
  answers.notice([standing('rating', body, { revision: 2 })]);
  expect(answers.snapshot().told.rating).toEqual({ kind: 'elsewhere' });
});
