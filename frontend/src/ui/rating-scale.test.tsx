import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { type Rating, RatingScale } from './rating-scale';

const BANDS = [
  { from: 1, to: 3, label: 'not important' },
  { from: 4, to: 6, label: 'important' },
  { from: 7, to: 9, label: 'critical' },
];

function Rated({ at = null }: { at?: Rating }) {
  const [value, setValue] = useState<Rating>(at);
  return <RatingScale legend="How important?" bands={BANDS} value={value} onChange={setValue} />;
}

function chosen(): string | null {
  const radio = screen.getAllByRole<HTMLInputElement>('radio').find(({ checked }) => checked);
  return radio ? (radio.getAttribute('aria-label') ?? radio.labels?.[0]?.textContent ?? '') : null;
}

test('nothing is chosen for anybody', () => {
  renderWithProviders(<Rated />);
  expect(screen.getByRole('group', { name: 'How important?' })).toBeVisible();
  expect(screen.getAllByRole('radio')).toHaveLength(10);
  expect(chosen()).toBeNull();
});

test('a value says the band it stands in', async () => {
  const { user } = renderWithProviders(<Rated />);
  await user.click(screen.getByRole('radio', { name: '7, critical' }));
  expect(chosen()).toBe('7, critical');
});

test('the arrow keys move the choice, on to "unable to say" and round', async () => {
  const { user } = renderWithProviders(<Rated at={8} />);
  await user.tab();
  await user.keyboard('{ArrowRight}');
  expect(chosen()).toBe('9, critical');
  await user.keyboard('{ArrowRight}');
  expect(chosen()).toBe('Unable to say');
  await user.keyboard('{ArrowRight}');
  expect(chosen()).toBe('1, not important');
  await user.keyboard('{ArrowLeft}');
  expect(chosen()).toBe('Unable to say');
});

test('the scale is one stop of the Tab key', async () => {
  const { user } = renderWithProviders(<Rated at={4} />);
  await user.tab();
  expect(screen.getByRole('radio', { name: '4, important' })).toHaveFocus();
  await user.tab();
  expect(document.body).toHaveFocus();
});
