import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { HEIGHT, layOut, WIDTH } from '../opinion-layout';
import type { GroupsReading, RoundOpinions } from '../statement-queries';
import { OpinionReading } from './opinion-reading';

const PLACE = { x: -2, y: 0.5, long: 1.2, short: 0.4, turn: 30 };
const TEXTS = ['Trust takes time.', 'Leaders should decide.', 'Notes should be shared.'];
const GROUPS = [
  { id: 'carers', name: 'Carers' },
  { id: 'leaders', name: 'Leaders' },
];

function votes(agree: number, disagree: number, passed = 0) {
  return { agree, disagree, passed };
}

const OPINION: GroupsReading = {
  groups: [
    { key: '1', size: 20, place: PLACE },
    { key: '2', size: 12, place: { ...PLACE, x: 2 } },
    { key: '3', size: null, place: null },
  ],
  statements: [
    {
      item_id: 'one',
      groups: [
        { key: '1', votes: votes(19, 1) },
        { key: '2', votes: votes(11, 1) },
        { key: '3', votes: null },
      ],
      common: null,
    },
  ],
  common: ['one'],
  telling: [
    {
      key: '1',
      statements: [
        { item_id: 'two', direction: 'agree', here: votes(8, 1, 1), elsewhere: votes(2, 7) },
      ],
    },
    { key: '2', statements: [] },
    { key: '3', statements: [] },
  ],
  divisive: ['two'],
  mine: '1',
  is_partial: true,
};

function opinions(changes: Partial<RoundOpinions> = {}): RoundOpinions {
  return {
    id: 'round',
    title: 'First round',
    state: 'closed',
    closes_at: null,
    ended_at: '2026-11-21T10:00:00Z',
    suppress_below: 3,
    minimum: 30,
    enough: 7,
    people: 35,
    placed: 34,
    left_out: { people: 1, refused: 2, waiting: 0 },
    statements: ['one', 'two', 'three'].map((item_id, place) => ({
      item_id,
      text: TEXTS[place] ?? '',
      is_by_panel: place === 2,
      votes: votes(30, 2, 3),
    })),
    agreed: ['one'],
    disagreed: [],
    refusal: null,
    silhouette: 0.61,
    bound: 0.4,
    opinion: OPINION,
    stakeholder: null,
    ...changes,
  };
}

test('each group on the map can be reached and says what it holds; small ones are not drawn', () => {
  renderWithProviders(<OpinionReading opinions={opinions()} groups={GROUPS} />);
  const map = screen.getByRole('navigation', { name: 'Map of the opinion groups' });
  const groups = within(map).getAllByRole('link');
  expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual([
    'Group 1: 20 people. Set apart by: Leaders should decide.',
    'Group 2: 12 people. No single statement sets it apart.',
  ]);
  const sections = groups.map((group) => document.querySelector(group.getAttribute('href') ?? ''));
  expect(sections[0]).toHaveTextContent('What sets Group 1 apart');
  expect(sections[1]).toHaveTextContent('Group 2');
});

test('what sets a group apart is said in counts, against everybody else', () => {
  renderWithProviders(<OpinionReading opinions={opinions()} groups={GROUPS} />);
  expect(screen.getByText('8 of 10 agree, against 2 of 9 elsewhere.')).toBeVisible();
  expect(screen.getByText('You are in this group.')).toBeVisible();
});

test('groups of which nothing is told stand together, each with the true reason', () => {
  renderWithProviders(<OpinionReading opinions={opinions()} groups={GROUPS} />);
  const under = (title: string) =>
    screen.getByRole('heading', { name: title }).parentElement?.querySelector('ul')?.textContent;
  expect(under('Groups that no statement sets clearly apart')).toContain('Group 2');
  expect(under('Groups with too few votes to be read by themselves')).toContain('Group 3');
});

test('while a group is hidden nothing is said to be shared by none', () => {
  const opinion = { ...OPINION, common: [], divisive: [] };
  renderWithProviders(<OpinionReading opinions={opinions({ opinion })} groups={GROUPS} />);
  expect(screen.getByText(/Nobody can tell: a group has too few votes/)).toBeVisible();
  expect(screen.getByText(/of the groups that are shown/)).toBeVisible();
  expect(screen.queryByText(/no statement that most people in every group/)).toBeNull();
});

test('behind the map stand tables in which a small group has no number', async () => {
  const { user } = renderWithProviders(<OpinionReading opinions={opinions()} groups={GROUPS} />);
  await user.click(screen.getByText('The groups in a table', { selector: 'summary' }));
  const sizes = screen.getByRole('table', { name: 'The groups in a table' });
  expect(within(sizes).getByRole('row', { name: 'Group 3 too few to show' })).toBeVisible();
  await user.click(screen.getByText('All votes by group, in a table', { selector: 'summary' }));
  const table = screen.getByRole('table', { name: 'All votes by group, in a table' });
  expect(within(table).getByRole('row', { name: /Trust takes time.*not shown –/ })).toBeVisible();
  expect(within(table).getByText(/written by the panel/)).toBeVisible();
});

test('what was left out is said with its reason', () => {
  renderWithProviders(<OpinionReading opinions={opinions()} groups={GROUPS} />);
  expect(screen.getByText(/1 person voted on fewer than 7 statements/)).toBeVisible();
  expect(screen.getByText(/2 statements of the panel were refused/)).toBeVisible();
});

test('too few people are refused in a sentence, and what all agree on is still told', () => {
  const refusal = '8 people voted on at least 7 statements; opinion groups need 30.';
  renderWithProviders(
    <OpinionReading opinions={opinions({ opinion: null, refusal })} groups={GROUPS} />,
  );
  expect(screen.getByText(/at least 30 people voted on 7 statements or more/)).toBeVisible();
  expect(screen.queryByRole('navigation')).toBeNull();
  expect(screen.getByText(TEXTS[0] ?? '')).toBeVisible();
});

test('one group is a finding, and nothing is said to set it apart', () => {
  const one = { ...OPINION, groups: OPINION.groups.slice(0, 1), divisive: [], telling: [] };
  renderWithProviders(
    <OpinionReading opinions={opinions({ opinion: one, silhouette: null })} groups={GROUPS} />,
  );
  expect(screen.getByRole('heading', { name: 'The panel is one opinion group' })).toBeVisible();
  expect(screen.queryByRole('heading', { name: 'By opinion group' })).toBeNull();
  expect(screen.queryByRole('navigation')).toBeNull();
});

test('stakeholder groups go by their names', () => {
  const stakeholder = {
    ...OPINION,
    groups: [{ key: 'carers', size: 9, place: null }],
    telling: [{ key: 'carers', statements: OPINION.telling[0]?.statements ?? [] }],
    mine: null,
  };
  renderWithProviders(
    <OpinionReading opinions={opinions({ opinion: null, stakeholder })} groups={GROUPS} />,
  );
  expect(screen.getByRole('heading', { name: 'What sets Carers apart' })).toBeVisible();
});

test('dots fill their group evenly and stay on the map, wherever its people stand', () => {
  for (const shape of layOut(OPINION.groups)) {
    expect(shape.dots).toHaveLength(shape.size);
    for (const { x, y } of shape.dots) {
      expect(x > 0 && x < WIDTH && y > 0 && y < HEIGHT).toBe(true);
    }
  }
  expect(layOut([{ key: '1', size: 900, place: PLACE }])[0]?.dots).toHaveLength(150);
});
