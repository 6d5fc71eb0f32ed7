import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { drawingOf } from '@/ui/drawing';
import type { ChoiceResult, RatingResult, RoundResults as Results, VoteResult } from '../queries';
import { ratingFigures, ratingResult } from '../results-made';
import { RoundResults } from './round-results';

const GROUPS = [
  { id: 'carers', name: 'Carers', position: 0 },
  { id: 'leaders', name: 'Leaders', position: 1 },
];

const MINE = {
  question_id: 'q',
  rating: 9,
  is_unable: false,
  vote: null,
  choices: null,
  reason: '',
  text: '',
  revision: 1,
  answered_at: '2026-11-20T10:00:00Z',
  saved_at: '2026-11-20T10:00:00Z',
  entered_how: '',
  given_on: null,
};

const RATING = ratingResult({
  mine: MINE,
  whole: ratingFigures({ 2: 2, 9: 3 }, 9),
  groups: [
    { group_id: 'carers', figures: ratingFigures({ 9: 3 }, 9) },
    { group_id: 'leaders', figures: null },
  ],
  verdicts: [
    { rule: '70/15', outcome: 'uncertain', is_locked: true, is_by_group: false, reason: '' },
    {
      rule: 'classic count',
      outcome: 'not defined',
      is_locked: false,
      is_by_group: false,
      reason: 'This rule is made for panels of 8 to 16 people.',
    },
  ],
  outcome: 'divided',
  is_divided: true,
});

const VOTE: VoteResult = {
  kind: 'vote',
  question: {
    id: 'v',
    kind: 'vote',
    prompt: 'Do you agree with this?',
    scale: null,
    options: [],
    at_most: null,
  },
  mine: null,
  whole: { agree: 3, disagree: 1, passed: 1, missing: 0 },
  groups: [
    { group_id: 'carers', figures: { agree: 3, disagree: 0, passed: 0, missing: 0 } },
    { group_id: 'leaders', figures: null },
  ],
};

function resultsOf(question: RatingResult | VoteResult | ChoiceResult): Results {
  return {
    id: 'round',
    title: 'First round',
    state: 'closed',
    closes_at: null,
    ended_at: '2026-11-21T10:00:00Z',
    rule: '70/15',
    rule_reason: '',
    unable: 'left out',
    suppress_below: 3,
    turnout: { asked: 5, begun: 5, finished: 5, late: 0, kept_aside: 0, left: 0, groups: [] },
    follows_id: null,
    feedback_at: null,
    feedback_words: '',
    items: [
      {
        id: 'i',
        position: 0,
        kind: 'statement',
        cmoc_id: null,
        element_id: null,
        to_element_id: null,
        version: null,
        statement: 'A shared purpose',
        carried_from_id: null,
        outcome: null,
        finding: null,
        minority: [],
        comments: [],
        questions: [question],
      },
    ],
  };
}

test('the finding is said in words before any number', () => {
  renderWithProviders(<RoundResults results={resultsOf(RATING)} groups={GROUPS} isPanel={false} />);
  expect(screen.getByText('The panel is divided')).toBeVisible();
});

test('parts of one mechanism are told apart, and a long page begins with every outcome', () => {
  const results = resultsOf(RATING);
  const element = (id: string) => ({ id, text: `Element ${id}` });
  const version = {
    title: 'Working with power',
    cmocs: [{ id: 'c', sentence: '', notation: '', elements: ['a', 'b'].map(element) }],
  } as unknown as NonNullable<Results['items'][number]['version']>;
  const [item] = results.items;
  if (!item) {
    throw new Error('no item');
  }
  const part = { ...item, version, cmoc_id: 'c' };
  const items = [
    item,
    { ...part, id: 'j', element_id: 'a' },
    { ...part, id: 'k', element_id: 'a', to_element_id: 'b' },
  ];
  renderWithProviders(
    <RoundResults results={{ ...results, items }} groups={GROUPS} isPanel={false} />,
  );
  const short = screen.getByRole('navigation', { name: 'In short' });
  expect(within(short).getAllByText('The panel is divided')).toHaveLength(3);
  const link = within(short).getByRole('link', { name: 'Element a → Element b' });
  expect(link).toHaveAttribute('href', '#result-k');
  expect(screen.getByRole('region', { name: 'Element a → Element b' })).toHaveTextContent(
    'Working with power',
  );
});

test('each group that may be shown has a chart; a small one is named without a number', () => {
  renderWithProviders(<RoundResults results={resultsOf(RATING)} groups={GROUPS} isPanel />);
  expect(screen.getByRole('img', { name: /Everybody: 5 ratings.*Median 9/ })).toBeVisible();
  expect(screen.getByRole('img', { name: /Carers: 3 ratings/ })).toBeVisible();
  expect(screen.queryByRole('img', { name: /Leaders/ })).toBeNull();
  expect(screen.getByText(/Leaders: not shown alone/)).toBeVisible();
});

test('only the panel is told of an own answer', () => {
  const { unmount } = renderWithProviders(
    <RoundResults results={resultsOf(RATING)} groups={GROUPS} isPanel />,
  );
  expect(screen.getByText('Your answer: 9')).toBeVisible();
  unmount();
  renderWithProviders(<RoundResults results={resultsOf(VOTE)} groups={GROUPS} isPanel />);
  expect(screen.getByText('You gave no answer here.')).toBeVisible();
});

test('behind the charts stand the figures and what each rule says', async () => {
  const { user } = renderWithProviders(
    <RoundResults results={resultsOf(RATING)} groups={GROUPS} isPanel={false} />,
  );
  await user.click(screen.getByText('All figures in a table', { selector: 'summary' }));
  const figuresTable = screen.getByRole('table', { name: 'All figures in a table' });
  const leaders = within(figuresTable).getByRole('row', { name: /Leaders/ });
  expect(leaders).toHaveTextContent(/^Leaders–+$/);
  await user.click(screen.getByText('What each rule says', { selector: 'summary' }));
  const rules = screen.getByRole('table', { name: 'What each rule says' });
  expect(within(rules).getByRole('row', { name: /70\/15.*decides.*no consensus/ })).toBeVisible();
  expect(within(rules).getByText(/no verdict: This rule is made for panels/)).toBeVisible();
});

test('votes are told apart without colour', () => {
  renderWithProviders(<RoundResults results={resultsOf(VOTE)} groups={GROUPS} isPanel={false} />);
  expect(screen.getByText('Most agree')).toBeVisible();
  expect(screen.getByRole('img', { name: 'Everybody: 3 agree, 1 disagree, 1 pass' })).toBeVisible();
});

const CHOICE: ChoiceResult = {
  kind: 'choice',
  question: {
    id: 'c',
    kind: 'choice',
    prompt: 'When should it begin?',
    scale: null,
    options: [
      { id: '1', label: 'Now' },
      { id: '2', label: 'Later' },
    ],
    at_most: 1,
  },
  mine: null,
  whole: {
    answered: 4,
    counts: [
      { option_id: '1', count: 3 },
      { option_id: '2', count: 1 },
    ],
    ranks: null,
    missing: 0,
  },
  groups: [],
};

test.each([
  ['ratings', RATING],
  ['votes', VOTE],
  ['choices', CHOICE],
])('a drawing of %s leaves as SVG and as PNG', (_kind, question) => {
  renderWithProviders(
    <RoundResults results={resultsOf(question)} groups={GROUPS} isPanel={false} />,
  );
  expect(screen.getByRole('button', { name: /SVG/ })).toBeVisible();
  expect(screen.getByRole('button', { name: /PNG/ })).toBeVisible();
});

test('votes are drawn, not styled, so that each part is in the file with its pattern', async () => {
  renderWithProviders(<RoundResults results={resultsOf(VOTE)} groups={GROUPS} isPanel={false} />);
  const bar = screen.getByRole('img', { name: /Everybody/ });
  const { svg } = await drawingOf(bar);
  const file = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const widths = [...file.querySelectorAll('rect[x]')].map((part) => part.getAttribute('width'));
  expect(widths).toEqual(['60%', '20%', '20%']);
  expect(file.querySelectorAll('pattern')).toHaveLength(3);
});
