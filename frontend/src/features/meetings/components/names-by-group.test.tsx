import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { NamesByGroup } from './names-by-group';

const GROUPS = [
  { id: 'g1', name: 'Leaders', short_name: 'L', position: 0, is_public: false },
  { id: 'g2', name: 'Carers', short_name: 'C', position: 1, is_public: true },
];

test('everybody stands under their own group, by name, and the team under none', () => {
  renderWithProviders(
    <NamesByGroup
      groups={GROUPS}
      people={[
        { id: 'b', name: 'Bea', group_id: 'g2' },
        { id: 'a', name: 'Ann', group_id: 'g2' },
        { id: 'c', name: 'Cy', group_id: null },
      ]}
    />,
  );
  const lists = screen.getAllByRole('list');
  const names = lists.map((list) =>
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  );
  expect(names).toEqual([['Ann', 'Bea'], ['Cy']]);
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Carers'),
    'Without a group',
  ]);
});
