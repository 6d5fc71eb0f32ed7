import { useQuery } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { AnswerStore, KeptAnswer } from '@/lib/kept-answers';
import { draftRound, statementItem } from '@/testing/factories';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { entriesQuery } from '../entry-queries';
import { EntrySheet } from './entry-sheet';

const ask = (id: string, kind: 'vote' | 'rating' | 'choice' | 'ranking' | 'decision' | 'text') => ({
  id,
  kind,
  prompt: `The ${kind}`,
  scale:
    kind === 'rating'
      ? {
          low: 1,
          high: 3,
          low_label: '',
          high_label: '',
          bands: [{ name: 'all', low: 1, high: 3 }],
        }
      : null,
  options:
    kind === 'decision'
      ? [
          { id: 'keep', label: 'Keep it' },
          { id: 'merge', label: 'Merge it' },
        ]
      : kind === 'choice' || kind === 'ranking'
        ? [
            { id: '1', label: 'Now' },
            { id: '2', label: 'Soon' },
          ]
        : [],
  at_most: kind === 'choice' ? 1 : null,
});

const ROUND = draftRound({
  state: 'open',
  items: [
    statementItem({
      questions: [
        ask('vote', 'vote'),
        ask('rating', 'rating'),
        ask('choice', 'choice'),
        ask('ranking', 'ranking'),
        ask('decision', 'decision'),
        ask('text', 'text'),
      ],
    }),
  ],
});

const kept = new Map<string, KeptAnswer>();
const store: AnswerStore = {
  keep: async (key, answer) => void kept.set(key, answer),
  read: async (key) => kept.get(key),
  forget: async (key) => void kept.delete(key),
};
let received: Record<string, Record<string, unknown>>;
let sheet: Record<string, unknown> & { answers: unknown[]; answered_ids: string[] };
let finished: unknown;
let isOnline: boolean;

function Page({ givenOn }: { givenOn?: string }) {
  const { data } = useQuery(entriesQuery('study', 'round', 'bob'));
  return data ? (
    <EntrySheet
      studyId="study"
      round={ROUND}
      sheet={data}
      how="telephone"
      givenOn={givenOn}
      store={store}
    />
  ) : null;
}

beforeEach(() => {
  kept.clear();
  received = {};
  finished = undefined;
  isOnline = true;
  sheet = {
    member_id: 'bob',
    display_name: 'Bob Bell',
    group_id: 'carers',
    answers: [],
    answered_ids: [],
    mechanisms: [{ version_id: 'other-1', mechanism_id: 'other', title: 'Another' }],
    finished_at: null,
  };
  server.use(
    http.get('*/people/bob/entries', () => HttpResponse.json(sheet)),
    http.put('*/people/bob/entries/:id', async ({ request, params }) => {
      if (!isOnline) {
        return HttpResponse.error();
      }
      const id = String(params.id);
      const body = (await request.json()) as Record<string, unknown>;
      received[id] = body;
      const answer = {
        question_id: id,
        rating: null,
        is_unable: false,
        vote: null,
        choices: null,
        text: '',
        reason: '',
        revision: 1,
        entered_how: body.how,
        given_on: null,
        ...body,
      };
      sheet = {
        ...sheet,
        answers: [...sheet.answers, answer],
        answered_ids: sheet.answered_ids.filter((each) => each !== id),
      };
      return HttpResponse.json(sheet);
    }),
    http.post('*/people/bob/finish', async ({ request }) => {
      finished = await request.json();
      return HttpResponse.json({ ...sheet, finished_at: '2026-11-21T10:00:00Z' });
    }),
  );
});

test('every kind of question is entered as the panel answers it, with how it was given', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('radio', { name: 'Agree' }));
  await user.click(screen.getByRole('radio', { name: '2, all' }));
  const choice = screen.getByRole('group', { name: 'The choice' });
  await user.click(within(choice).getByRole('radio', { name: 'Soon' }));
  await user.click(screen.getByRole('button', { name: 'Move down: Now' }));
  await user.click(screen.getByRole('radio', { name: 'Merge it' }));
  await user.selectOptions(screen.getByRole('combobox'), 'Another');
  await user.type(screen.getByRole('textbox', { name: 'The text' }), 'Say who.');
  await expect
    .poll(() => received, { timeout: 3000 })
    .toMatchObject({
      vote: { vote: 'agree', how: 'telephone' },
      rating: { rating: 2, how: 'telephone' },
      choice: { choices: ['2'], how: 'telephone' },
      ranking: { choices: ['2', '1'], how: 'telephone' },
      decision: { choices: ['merge', 'other-1'], how: 'telephone' },
      text: { text: 'Say who.', how: 'telephone' },
    });
  expect(await screen.findByText('Your answer is saved')).toBeVisible();
  expect(screen.getAllByText('Entered by the team. By telephone.')).toHaveLength(6);
});

test('what the person answered themselves is not shown, and only taken over on purpose', async () => {
  sheet.answered_ids = ['vote'];
  const { user } = renderWithProviders(<Page givenOn="2026-11-20" />);
  expect(
    await screen.findByText(
      'Bob Bell has answered this themselves. You do not see what they said.',
    ),
  ).toBeVisible();
  expect(screen.queryByRole('radio', { name: 'Agree' })).toBeNull();
  await user.click(screen.getByRole('button', { name: /Enter another answer in its place/ }));
  expect(screen.getByRole('radio', { name: 'Agree' })).toHaveFocus();
  await user.click(screen.getByRole('radio', { name: 'Disagree' }));
  await expect
    .poll(() => received.vote)
    .toMatchObject({ vote: 'disagree', given_on: '2026-11-20' });
  expect(
    await screen.findByText('Entered by the team. By telephone, given on Friday 20 November 2026.'),
  ).toBeVisible();
});

test('when all is entered the person is said to have finished, and by which means', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('radio', { name: 'Agree' }));
  await user.click(screen.getByRole('button', { name: 'Bob Bell has finished' }));
  expect(await screen.findByText(/Bob Bell finished on/)).toBeVisible();
  expect(finished).toEqual({ how: 'telephone' });
  expect(received.vote).toMatchObject({ vote: 'agree' });
});

test('what was entered is kept apart from what the person leaves on this device', async () => {
  isOnline = false;
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('radio', { name: 'Agree' }));
  expect(await screen.findByText('Not sent yet: kept on this device')).toBeVisible();
  expect([...kept.keys()]).toEqual(['round-answer/entered/telephone/bob/vote']);
  isOnline = true;
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByText('Your answer is saved')).toBeVisible();
});
