import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import type { RoundItemResult } from '../queries';
import { FindingForm } from './finding-form';
import { ItemOutcome } from './item-outcome';

const ITEM: RoundItemResult = {
  id: 'item',
  position: 0,
  kind: 'statement',
  cmoc_id: null,
  element_id: null,
  to_element_id: null,
  version: null,
  statement: 'Leaders should resolve conflict',
  carried_from_id: null,
  outcome: 'divided',
  finding: { outcome: 'too general', words: 'True of any leadership.' },
  minority: [
    { id: 'one', text: 'Conflict should be held.', is_quoted: true },
    { id: 'two', text: 'A name is in here.', is_quoted: false },
  ],
  comments: [],
  questions: [],
};

test('the outcome is said in words, and only chosen dissent is quoted', () => {
  renderWithProviders(<ItemOutcome item={ITEM} />);
  expect(screen.getByText('The panel finds it too general')).toBeVisible();
  expect(screen.getByText('True of any leadership.')).toBeVisible();
  expect(screen.getByText('Conflict should be held.')).toBeVisible();
  expect(screen.queryByText('A name is in here.')).toBeNull();
});

test('the team chooses which words the panel may read', async () => {
  const { user } = renderWithProviders(<FindingForm studyId="s" roundId="r" item={ITEM} />);
  await user.click(screen.getByText('Say what came of this'));
  expect(screen.getByRole('checkbox', { name: 'Conflict should be held.' })).toBeChecked();
  const other = screen.getByRole('checkbox', { name: 'A name is in here.' });
  expect(other).not.toBeChecked();
  await user.click(other);
  expect(other).toBeChecked();
});
