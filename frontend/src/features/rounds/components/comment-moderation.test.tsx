import { useQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import {
  type CommentQueue,
  type CommentStanding,
  commentQueueQuery,
  type ModeratedComment,
} from '../comment-queries';
import { CommentModeration } from './comment-moderation';

const GROUPS = [{ id: 'carers', name: 'Carers', position: 0 }];
const QUEUE = '*/api/studies/study/rounds/round/comments';

function comment(id: string, text: string, changes: Partial<ModeratedComment> = {}) {
  return {
    id,
    writer: { name: 'Carers 37', is_pseudonym: true, group_id: 'carers' },
    stance: 'challenges',
    quote: '',
    text,
    words: text,
    standing: 'waiting',
    withheld_for: null,
    reason: '',
    decided_by: null,
    is_mine: false,
    is_open: true,
    ...changes,
  } satisfies ModeratedComment;
}

let rows: ModeratedComment[] = [];
let sent: Record<string, unknown>[] = [];

function queue(): CommentQueue {
  const count = (wanted: CommentStanding) =>
    rows.filter(({ standing }) => standing === wanted).length;
  return {
    id: 'round',
    title: 'First round',
    state: 'closed',
    closes_at: null,
    ended_at: '2026-11-20T18:00:00Z',
    waiting: count('waiting'),
    released: count('released'),
    withheld: count('withheld'),
    releasable: count('waiting'),
    stamp: 'as it was',
    carried_into: null,
    items: rows.length ? [{ item_id: 'item', title: 'Working with power', comments: rows }] : [],
  };
}

beforeEach(() => {
  sent = [];
  rows = [
    comment('one', 'Carers are left out.', { quote: 'leaders' }),
    comment('two', 'Dr Smith never asks us.'),
    comment('three', 'It takes time.'),
  ];
  server.use(
    http.get(QUEUE, () => HttpResponse.json(queue())),
    http.put(`${QUEUE}/:id/standing`, async ({ request, params }) => {
      const body = (await request.json()) as Record<string, string | undefined>;
      sent.push({ id: params.id, ...body });
      rows = rows.map((row) =>
        row.id === params.id
          ? {
              ...row,
              standing: body.standing as CommentStanding,
              words: body.words ?? row.text,
              decided_by: 'Fay',
            }
          : row,
      );
      return HttpResponse.json(queue());
    }),
    http.post(`${QUEUE}/release`, async ({ request }) => {
      sent.push((await request.json()) as Record<string, unknown>);
      rows = rows.map((row) => ({ ...row, standing: 'released' }));
      return HttpResponse.json(queue());
    }),
  );
});

function Page() {
  const { data } = useQuery(commentQueueQuery('study', 'round'));
  const [show, setShow] = useState<CommentStanding>();
  return data ? (
    <CommentModeration studyId="study" queue={data} groups={GROUPS} show={show} onShow={setShow} />
  ) : null;
}

function card(words: string): HTMLElement {
  const found = screen.getByText(words).closest('li');
  if (!found) {
    throw new Error(`There is no card with “${words}”.`);
  }
  return found;
}

test('a comment stands under its item with its writer, its stance and the words chosen', async () => {
  renderWithProviders(<Page />);
  const item = await screen.findByRole('region', { name: 'Working with power' });
  const first = within(within(item).getAllByRole('listitem')[0] as HTMLElement);
  expect(first.getByText('Carers 37')).toBeVisible();
  expect(first.getByText('challenges')).toBeVisible();
  expect(first.getByText('About the words “leaders”')).toBeVisible();
  expect(screen.getByRole('radio', { name: 'Waiting (3)' })).toBeInTheDocument();
});

test('released by a press, it leads on to the next that waits', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('button', { name: 'Release: Carers are left out.' }));
  expect(await screen.findByText('Released by Fay')).toBeVisible();
  await waitFor(() => expect(card('Dr Smith never asks us.')).toHaveFocus());
  expect(screen.getByRole('status')).toHaveTextContent('2 comments wait for a decision.');
  expect(sent).toEqual([
    {
      id: 'one',
      standing: 'released',
      seen_standing: 'waiting',
      seen_words: 'Carers are left out.',
    },
  ]);
});

test('keys move between comments and decide on the one that has the focus', async () => {
  const { user } = renderWithProviders(<Page />);
  await screen.findByText('Carers are left out.');
  screen.getByRole('button', { name: 'Release: Carers are left out.' }).focus();
  await user.keyboard('j');
  expect(card('Dr Smith never asks us.')).toHaveFocus();
  await user.keyboard('jk');
  expect(card('Dr Smith never asks us.')).toHaveFocus();
  await user.keyboard('e');
  const words = screen.getByLabelText(/Your words/);
  expect(words).toHaveFocus();
  expect(words).toHaveValue('Dr Smith never asks us.');
  await user.clear(words);
  await user.type(words, 'Work jerks: nobody asks us.');
  await user.click(screen.getByRole('button', { name: 'Release with these words' }));
  expect(await screen.findByText('Work jerks: nobody asks us.')).toBeVisible();
  expect(screen.getByText(/own words: “Dr Smith never asks us.”/)).toBeVisible();
  await waitFor(() => expect(card('It takes time.')).toHaveFocus());
  await user.keyboard('r');
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ id, standing, words: said }) => [id, standing, said])).toEqual([
    ['two', 'released', 'Work jerks: nobody asks us.'],
    ['three', 'released', undefined],
  ]);
});

test('who thinks better of it is back on the comment', async () => {
  const { user } = renderWithProviders(<Page />);
  await screen.findByText('It takes time.');
  screen.getByRole('button', { name: 'Release: It takes time.' }).focus();
  await user.keyboard('w');
  expect(screen.getByLabelText('Why the panel does not read it')).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Leave it' }));
  expect(card('It takes time.')).toHaveFocus();
  expect(sent).toEqual([]);
});

test('withholding asks why, and says it to the writer', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(
    await screen.findByRole('button', { name: 'Withhold: Dr Smith never asks us.' }),
  );
  await user.selectOptions(screen.getByLabelText('Why the panel does not read it'), [
    'It could hurt somebody.',
  ]);
  await user.type(screen.getByLabelText(/What else the author should know/), 'Be kind.');
  await user.click(screen.getByRole('button', { name: 'Withhold it' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    standing: 'withheld',
    withheld_for: 'hurtful',
    reason: 'Be kind.',
  });
});

test('everything that waits is released at one go, once it was asked', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('button', { name: 'Release all 3 that wait' }));
  const dialog = await screen.findByRole('dialog', {
    name: 'Release 3 comments as they are written?',
  });
  expect(sent).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Release' }));
  expect(await screen.findByText('Every comment is decided about.')).toBeVisible();
  expect(sent).toEqual([{ stamp: 'as it was' }]);
  expect(screen.queryByRole('button', { name: /that wait/ })).toBeNull();
});

test('when somebody else was first, the page says so and shows what they did', async () => {
  server.use(
    http.put(`${QUEUE}/:id/standing`, () => {
      rows = [comment('one', 'Carers are left out.', { standing: 'withheld', decided_by: 'Gil' })];
      return HttpResponse.json(
        { title: 'This has changed', status: 409, detail: 'Gil has withheld this comment.' },
        { status: 409 },
      );
    }),
  );
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('button', { name: 'Release: Carers are left out.' }));
  expect(await screen.findByText('Gil has withheld this comment.')).toBeVisible();
  expect(await screen.findByText('Withheld by Gil')).toBeVisible();
});

test('one can look at those that were withheld alone', async () => {
  rows = [...rows, comment('four', 'Dr Smith!', { standing: 'withheld', withheld_for: 'hurtful' })];
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('radio', { name: 'Withheld (1)' }));
  expect(screen.getByText('Dr Smith!')).toBeVisible();
  expect(screen.queryByText('It takes time.')).toBeNull();
});

test('what cannot be decided has no buttons and says why', async () => {
  rows = [comment('one', 'My own.', { is_mine: true, is_open: false })];
  renderWithProviders(<Page />);
  expect(await screen.findByText(/You wrote this, so somebody else decides/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /My own/ })).toBeNull();
});

test('a round without comments says what would stand here', async () => {
  rows = [];
  renderWithProviders(<Page />);
  expect(await screen.findByRole('heading', { name: 'Nobody made a comment' })).toBeVisible();
});
