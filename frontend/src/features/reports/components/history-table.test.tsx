import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { historySearch, historyTableUrl } from '../history-search';
import type { HistoryEntry } from '../queries';
import { HistoryTable } from './history-table';

const LINE: HistoryEntry = {
  id: 'line-1',
  at: '2026-11-21T10:00:00Z',
  tag: 'study:member:taken-out',
  person: 'Lea Lead',
  is_withheld: false,
  about: 'Ann Carer',
  reason: 'She asked us.',
};

function rowOf(line: Partial<HistoryEntry>) {
  renderWithProviders(<HistoryTable entries={[{ ...LINE, ...line }]} />);
  const [, row] = screen.getAllByRole('row');
  return within(row as HTMLElement);
}

test('a line says in plain words who did what to whom, and why', () => {
  const row = rowOf({});
  for (const words of ['Lea Lead', 'took somebody out of the study', 'Ann Carer']) {
    expect(row.getByText(words)).toBeVisible();
  }
  expect(row.getByText('Why: She asked us.')).toBeVisible();
});

test('whoever answered is not told', () => {
  const row = rowOf({ tag: 'round:response:saved', person: null, is_withheld: true, reason: '' });
  expect(row.getByText('not told')).toBeVisible();
  expect(row.getByText('saved an answer')).toBeVisible();
});

test('what has no words of its own is told as nearly as it can be', () => {
  expect(rowOf({ tag: 'study:thing:put-back' }).getByText('thing put back')).toBeVisible();
});

test('what the log is narrowed to stands in the address, and only that', () => {
  const search = historySearch({
    subject: 'round',
    person: 'member-1',
    since: '2026-11-01',
    until: 'tomorrow',
    other: 'x',
  });
  expect(search).toEqual({ subject: 'round', person: 'member-1', since: '2026-11-01' });
  expect(historyTableUrl('study-1', search)).toBe(
    '/api/studies/study-1/history.csv?subject=round&since=2026-11-01&member_id=member-1',
  );
});
