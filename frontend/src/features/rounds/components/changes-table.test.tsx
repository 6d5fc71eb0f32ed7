import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import type { RoundResults } from '../queries';
import type { QuestionChange, RoundComparison } from '../results-queries';
import { ChangesTable } from './changes-table';

const GROUPS = [
  { id: 'carers', name: 'Carers', position: 0 },
  { id: 'leaders', name: 'Leaders', position: 1 },
  { id: 'strangers', name: 'Not asked', position: 2 },
];

const WHOLE: NonNullable<QuestionChange['whole']> = {
  earlier: 9,
  later: 8,
  pairs: 8,
  changed_band: 3,
  share_changed: 0.375,
  kappa: 0.61834,
  moved: 4,
  wilcoxon_p: 0.125,
  cv_change: null,
  share_left: 0.1111,
  loss: {
    stayed: { n: 8, median: 7.5, mean: 7 },
    left: { n: 1, median: 3, mean: 3 },
    p: 0.2,
  },
};

const COMPARISON: RoundComparison = {
  earlier_id: 'first',
  earlier_title: 'What matters first',
  days_between: 3,
  concordance_before: null,
  concordance: null,
  questions: [
    {
      item_id: 'item',
      question_id: 'question',
      outcome_before: 'none',
      whole: WHOLE,
      groups: [
        { group_id: 'carers', change: { ...WHOLE, pairs: 5, changed_band: 1, loss: null } },
        { group_id: 'leaders', change: null },
      ],
    },
  ],
};

const RESULTS = {
  items: [{ id: 'item', version: null, statement: 'Trust grows slowly' }],
} as unknown as RoundResults;

function show() {
  renderWithProviders(<ChangesTable comparison={COMPARISON} results={RESULTS} groups={GROUPS} />);
}

function row(): string[] {
  const [, found] = within(screen.getByRole('table')).getAllByRole('row');
  return within(found as HTMLElement)
    .getAllByRole('cell')
    .map((cell) => cell.textContent ?? '');
}

test('what changed is told of everybody first, with who stayed beside who left', () => {
  show();
  expect(screen.getByText('Trust grows slowly')).toBeVisible();
  expect(row()).toEqual(
    expect.arrayContaining(['8', '3', '0.618', '0.125', '–', '0.111', 'median 7.5, 3 (p 0.2)']),
  );
});

test('a group is chosen from those that were asked, and a small one stays hidden', async () => {
  show();
  const choice = screen.getByLabelText('Changes of');
  expect(within(choice).queryByText('Not asked')).toBeNull();
  await userEvent.selectOptions(choice, 'Carers');
  expect(row()).toEqual(expect.arrayContaining(['5', '1']));
  await userEvent.selectOptions(choice, 'Leaders');
  expect(row().filter((cell) => cell === 'too few')).toHaveLength(6);
});
