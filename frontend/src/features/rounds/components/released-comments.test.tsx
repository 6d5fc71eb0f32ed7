import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import type { ReleasedComment } from '../comment-queries';
import type { CarriedItem } from '../queries';
import { CarriedResults } from './carried-results';

const GROUPS = [{ id: 'carers', name: 'Carers', position: 0 }];

function comment(text: string, changes: Partial<ReleasedComment> = {}): ReleasedComment {
  return {
    id: text,
    writer: { name: 'Carers 37', is_pseudonym: true, group_id: 'carers' },
    stance: null,
    quote: '',
    text,
    is_reworded: false,
    is_mine: false,
    ...changes,
  };
}

function carried(comments: ReleasedComment[]): CarriedItem {
  return {
    item_id: 'item',
    round_title: 'First round',
    version_before_id: null,
    questions: [],
    comments,
  };
}

function show(...comments: ReleasedComment[]) {
  return renderWithProviders(<CarriedResults carried={carried(comments)} groups={GROUPS} />);
}

test('a comment of the round before tells who said it, what it does and the words it is about', () => {
  show(comment('Not only leaders.', { stance: 'challenges', quote: 'Leaders' }));
  const row = within(screen.getByRole('listitem'));
  expect(row.getByText('Carers 37')).toBeVisible();
  expect(row.getByText('challenges')).toBeVisible();
  expect(row.getByText('About the words “Leaders”')).toBeVisible();
  expect(row.getByText('Not only leaders.')).toBeVisible();
});

test('a name comes with its group, a small group stays untold, and my own words are mine', () => {
  show(
    comment('Named.', {
      writer: { name: 'Ann Lee', is_pseudonym: false, group_id: 'carers' },
    }),
    comment('Few.', { writer: { name: 'Panel member 4', is_pseudonym: true, group_id: null } }),
    comment('Mine.', { is_mine: true }),
  );
  const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
  expect(rows).toEqual(['Ann LeeCarersNamed.', 'Panel member 4Few.', 'YouMine.']);
});

test('words that a facilitator changed say so', () => {
  show(comment('Nobody asks us.', { is_reworded: true }));
  expect(screen.getByText('A facilitator changed the words.')).toBeVisible();
});

test('many comments stand folded under their number until they are asked for', async () => {
  const { user } = show(...['One.', 'Two.', 'Three.', 'Four.'].map((text) => comment(text)));
  expect(screen.getByText('One.')).not.toBeVisible();
  await user.click(screen.getByText('4 comments'));
  expect(screen.getByText('One.')).toBeVisible();
});

test('without comments nothing is said of them', () => {
  show();
  expect(screen.queryByText('What people said')).toBeNull();
});
