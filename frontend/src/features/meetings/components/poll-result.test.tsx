import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { makePoll, makeResult, NINE_POINTS } from '@/testing/polls';
import { renderWithProviders } from '@/testing/render';
import type { Poll } from '../queries';
import { PollResult } from './poll-result';

const GROUPS = [
  { id: 'carers', name: 'Carers', position: 0 },
  { id: 'leaders', name: 'Leaders', position: 1 },
];
const NONE = { unable: null, median: null, mean_ranks: null };

function show(changes: Partial<Poll>) {
  renderWithProviders(<PollResult poll={makePoll(changes)} groups={GROUPS} />);
}

test('the title says what leads, and each choice has its bar', () => {
  show({ result: makeResult() });
  expect(screen.getByText('Yes leads with 4 of 7')).toBeVisible();
  expect(screen.getByRole('listitem', { name: 'No: 3 of 7' })).toBeVisible();
});

test('nothing leads where two have as many', () => {
  show({ result: makeResult({ total: 8, counts: [4, 4] }) });
  expect(screen.getByText('No choice leads alone: Yes, No')).toBeVisible();
});

test('large groups are drawn, small ones are said to be too few in the table behind', () => {
  const groups = [
    { group_id: 'carers', total: 4, counts: [4, 0], unable: 0, median: null, mean_ranks: null },
    { group_id: 'leaders', total: null, counts: null, ...NONE },
  ];
  show({ result: makeResult({ groups }) });
  const [, ...drawn] = screen.getAllByRole('figure');
  expect(drawn.map((one) => within(one).getAllByText(/./)[0]?.textContent)).toEqual(['Carers (4)']);
  expect(screen.getByText(/Groups with few votes are not shown/)).toBeVisible();
  const table = screen.getByRole('table', { hidden: true });
  const row = within(table).getByRole('row', { name: /Leaders/, hidden: true });
  expect(within(row).getAllByText('too few')).toHaveLength(2);
});

test('ratings have their histogram and the band of their median as the finding', () => {
  const counts = [0, 0, 0, 0, 1, 0, 2, 3, 1];
  const result = makeResult({ counts, median: 8 });
  show({ kind: 'rating', choices: [], scale: NINE_POINTS, result });
  expect(screen.getByText('The median is 8: critical')).toBeVisible();
  expect(screen.getByRole('img', { name: /Everybody/ })).toBeVisible();
});

test('a ranking is a table with the least mean place first', () => {
  const result = makeResult({ counts: [1, 2, 0], mean_ranks: [2, 1.333, 2.667] });
  show({ kind: 'ranking', choices: ['Trust', 'Power', 'Time'], result });
  expect(screen.getByText('Power comes first, at place 1.3 on average')).toBeVisible();
  const rows = within(screen.getByRole('table', { name: 'Everybody' })).getAllByRole('rowheader');
  expect(rows.map((row) => row.textContent)).toEqual(['Power', 'Trust', 'Time']);
});

test('words are listed with how many gave them, and not by group', () => {
  const words = [
    { word: 'trust', count: 3 },
    { word: 'time', count: 1 },
  ];
  show({ kind: 'words', choices: [], result: makeResult({ counts: [], words }) });
  expect(screen.getByText('Most often: trust, 3 times')).toBeVisible();
  expect(screen.getByRole('listitem', { name: 'time: 1 of 7' })).toBeVisible();
  expect(screen.getByText(/not split by group/)).toBeVisible();
});

test('a poll without its quorum says so', () => {
  show({ quorum: 9, voted: 7, has_quorum: false, result: makeResult() });
  expect(screen.getByText(/7 voted, 9 were needed. The result does not stand/)).toBeVisible();
});

test('few votes of a secret poll are not drawn', () => {
  show({ is_secret: true, result: makeResult({ total: 2, counts: null }) });
  expect(screen.getByText(/Only 2 people voted: too few/)).toBeVisible();
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
});

test('what is not released is not there', () => {
  show({ closed_at: '2026-12-03T13:00:00Z', voted: 7 });
  expect(screen.queryByRole('figure')).not.toBeInTheDocument();
});
