import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { myRound } from '@/testing/factories';
import { renderWithProviders } from '@/testing/render';
import type { MyRound } from '../queries';
import { CalendarLink } from './calendar-link';
import { RoundIntroduction } from './round-introduction';

function renderIntroduction(round: MyRound) {
  return renderWithProviders(
    <RoundIntroduction
      round={round}
      calendar={<CalendarLink studyId="study" round={round} />}
      onBegin={vi.fn()}
      onReview={vi.fn()}
      onResults={vi.fn()}
    />,
  );
}

test.each([
  ['named', 'The research team and the panel may see your name with what you answer.'],
  ['pseudonymous', 'The research team can tell which answers are yours. The panel cannot.'],
  [
    'unlinkable',
    'Nobody can tell which answers are yours once the round has closed, not even the research team.',
  ],
] as const)('before the first answer a %s round says who can see what', (anonymity, words) => {
  renderIntroduction(myRound({ anonymity }));
  expect(screen.getByText(words)).toBeVisible();
});

test('the closing date can be put into a calendar, until the round has closed', () => {
  const { unmount } = renderIntroduction(myRound());
  const link = screen.getByRole('link', { name: /Add the closing date to my calendar/ });
  expect(link).toHaveAttribute('href', '/api/studies/study/rounds/round/calendar.ics');
  unmount();
  renderIntroduction(myRound({ state: 'closed', ended_at: '2026-12-01T18:00:00Z' }));
  expect(screen.queryByRole('link')).toBeNull();
});

test('who said that something was missing reads what became of it, and why', () => {
  const idea = { text: 'Nobody asks about nights', about: 'Carers', statement: '', reason: '' };
  renderIntroduction(
    myRound({
      ideas: [
        { ...idea, id: '1', standing: 'refused', reason: 'We ask this in the next stage.' },
        { ...idea, id: '2', standing: 'shown', statement: 'Nights count.' },
      ],
    }),
  );
  expect(
    screen.getByText('It is not in this round. The team says why: We ask this in the next stage.'),
  ).toBeVisible();
  expect(
    screen.getByText('It is put before everybody in this round as: “Nights count.”'),
  ).toBeVisible();
});
