import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { draftRound } from '@/testing/factories';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { Round, Version } from '../queries';
import { RoundBuilder } from './round-builder';

const element = (id: string, kind: 'context' | 'resource' | 'reasoning' | 'outcome') => ({
  id,
  kind,
  polarity: null,
  text: `The ${kind}`,
});

const VERSION: Version = {
  id: 'trust-1',
  mechanism_id: 'trust',
  number: 1,
  stage_id: 'stage',
  stage_label: '1a',
  title: 'Trust',
  definition: '',
  plain_summary: '',
  change_note: '',
  papers: null,
  revision: 1,
  saved_at: '2026-11-21T10:00:00Z',
  saved_by: '',
  is_frozen: false,
  frozen_because: '',
  created_at: '2026-11-21T10:00:00Z',
  cmocs: [
    {
      id: 'cmoc',
      level: null,
      tells_of: 'present',
      notation: '',
      sentence: 'If they meet, then they act.',
      elements: [element('c', 'context'), element('m', 'reasoning'), element('o', 'outcome')],
    },
  ],
};

const ITEM: Round['items'][number] = {
  id: 'item',
  position: 0,
  kind: 'statement',
  version: null,
  cmoc_id: null,
  element_id: null,
  to_element_id: null,
  statement: 'Carers belong here.',
  carried_from_id: null,
  seconds: 20,
  questions: [
    { id: 'q', kind: 'vote', prompt: 'Do you agree?', scale: null, options: [], at_most: null },
  ],
};

function build(round: Round = draftRound()) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  server.use(
    http.all('*/rounds/round*', async ({ request }) => {
      const path = new URL(request.url).pathname.split('/round')[2] ?? '';
      sent.push({ method: request.method, path, body: await request.json() });
      return HttpResponse.json(round);
    }),
  );
  const { user } = renderWithProviders(
    <RoundBuilder studyId="study" round={round} groups={[]} versions={[VERSION]} />,
  );
  return { user, sent };
}

beforeEach(() => {
  server.use(
    http.get('*/round-templates', () =>
      HttpResponse.json([
        { id: 'delphi', name: 'Delphi', is_own: false, ranks_items: false, questions: [] },
        { id: 'own', name: 'Our own', is_own: true, ranks_items: false, questions: [] },
      ]),
    ),
    http.post('*/readability', () =>
      HttpResponse.json({ words: 1, sentences: 1, age: null, hard: [] }),
    ),
  );
});

test('a link of a mechanism is chosen from its two ends, and leads forward only', async () => {
  const { user, sent } = build();
  await user.click(screen.getByRole('combobox', { name: 'Add a mechanism' }));
  await user.click(await screen.findByRole('option', { name: /Trust/ }));
  await user.click(screen.getByRole('radio', { name: 'A link between two parts' }));
  const from = screen.getByRole('radiogroup', { name: 'The link leads from' });
  expect(within(from).queryByRole('radio', { name: /The outcome/ })).toBeNull();
  await user.click(within(from).getByRole('radio', { name: /The reasoning/ }));
  const to = screen.getByRole('radiogroup', { name: 'The link leads to' });
  expect(within(to).getAllByRole('radio')).toHaveLength(1);
  await user.click(within(to).getByRole('radio', { name: /The outcome/ }));
  await user.click(screen.getAllByRole('button', { name: 'Add' })[0] as HTMLElement);
  await expect
    .poll(() => sent)
    .toEqual([
      {
        method: 'POST',
        path: '/items',
        body: { version_id: 'trust-1', cmoc_id: 'cmoc', element_id: 'm', to_element_id: 'o' },
      },
    ]);
});

test('the options of a choice are written by keyboard alone', async () => {
  const { user, sent } = build(draftRound({ items: [ITEM] }));
  await user.click(screen.getByRole('button', { name: /Change the questions/ }));
  await user.click(screen.getByRole('combobox', { name: 'Kind' }));
  // a statement cannot be decided on
  expect(screen.queryByRole('option', { name: 'Decision on a mechanism' })).toBeNull();
  await user.click(await screen.findByRole('option', { name: 'Choice' }));
  expect(screen.getByText('Give at least two options.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Keep these questions' })).toBeDisabled();
  await user.click(screen.getByRole('textbox', { name: 'Option 1' }));
  await user.keyboard('Now{Enter}Soon{Enter}');
  // the third is empty: taken away again; then the second goes up
  await user.keyboard('{Backspace}{Alt>}{ArrowUp}{/Alt}');
  await user.click(screen.getByRole('button', { name: 'Keep these questions' }));
  await expect
    .poll(() => sent[0]?.body)
    .toMatchObject({
      statement: 'Carers belong here.',
      questions: [{ kind: 'choice', options: ['Soon', 'Now'], at_most: 1 }],
    });
});

test('a template is asked about all items', async () => {
  const { user, sent } = build(draftRound({ items: [ITEM] }));
  await user.click(screen.getByRole('combobox', { name: 'Questions from a template' }));
  await user.click(await screen.findByRole('option', { name: 'Delphi' }));
  await user.click(screen.getByRole('button', { name: 'Ask about all items' }));
  await expect
    .poll(() => sent)
    .toEqual([{ method: 'POST', path: '/template', body: { template_id: 'delphi' } }]);
});

test('a template is asked about one item alone, if it fits the item', async () => {
  const decision = {
    id: 'fate',
    name: 'Fate',
    is_own: false,
    ranks_items: false,
    questions: [{ kind: 'decision', prompt: '', scale: null, options: [], at_most: null }],
  };
  const order = { id: 'order', name: 'Order', is_own: false, ranks_items: true, questions: [] };
  const delphi = { id: 'delphi', name: 'Delphi', is_own: false, ranks_items: false, questions: [] };
  server.use(http.get('*/round-templates', () => HttpResponse.json([decision, order, delphi])));
  const { user, sent } = build(draftRound({ items: [ITEM] }));
  await user.click(screen.getByRole('button', { name: /Change the questions/ }));
  await user.click(screen.getByRole('combobox', { name: /questions for this item/ }));
  await screen.findByRole('option', { name: 'Delphi' });
  // a statement cannot be decided on, and putting all in order is no question about one
  expect(screen.queryByRole('option', { name: 'Fate' })).toBeNull();
  expect(screen.queryByRole('option', { name: 'Order' })).toBeNull();
  await user.click(screen.getByRole('option', { name: 'Delphi' }));
  await user.click(screen.getByRole('button', { name: 'Use them' }));
  await expect
    .poll(() => sent)
    .toEqual([
      { method: 'POST', path: '/template', body: { template_id: 'delphi', item_ids: ['item'] } },
    ]);
});

test('the words of a statement are put right in place, and what is asked about it stays', async () => {
  const { user, sent } = build(draftRound({ items: [ITEM] }));
  await user.click(screen.getByRole('button', { name: /Change the words/ }));
  const words = screen.getByRole('textbox', { name: 'Statement' });
  await user.type(words, ' Always.');
  await user.click(screen.getByRole('button', { name: 'Keep these words' }));
  await expect
    .poll(() => sent)
    .toMatchObject([
      {
        method: 'PUT',
        path: '/items/item',
        body: {
          kind: 'statement',
          statement: 'Carers belong here. Always.',
          questions: [{ kind: 'vote', prompt: 'Do you agree?' }],
        },
      },
    ]);
});

test('the words of a mechanism are not changed in a round', () => {
  build(draftRound({ items: [{ ...ITEM, kind: 'version', version: VERSION, statement: '' }] }));
  expect(screen.queryByRole('button', { name: /Change the words/ })).toBeNull();
});

test('how it is decided and who sees it are saved as they are chosen', async () => {
  const { user, sent } = build();
  await user.click(screen.getByRole('radio', { name: /It is counted/ }));
  await user.click(screen.getByRole('radio', { name: /Nobody: the team cannot tell/ }));
  await user.click(screen.getByRole('radio', { name: /an order of their own/ }));
  await user.type(screen.getByRole('textbox', { name: 'Why this rule' }), 'It is usual.');
  await user.tab();
  await expect
    .poll(() => sent.map(({ body }) => body))
    .toEqual([
      { unable: 'counted' },
      { anonymity: 'unlinkable' },
      { item_order: 'shuffled' },
      { rule_reason: 'It is usual.' },
    ]);
});

test('a part that its draft no longer has says what to do', () => {
  const lost = { ...ITEM, kind: 'element' as const, version: VERSION, statement: '' };
  build(draftRound({ items: [lost] }));
  expect(screen.getByText(/This part was changed. Take the item out/)).toBeVisible();
});
