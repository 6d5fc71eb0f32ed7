import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { draftRound } from '@/testing/factories';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { RoundProgress } from '../queries';
import type { RoundStanding } from '../running';
import { RemindingButton } from './reminding-button';
import { RoundTurnout } from './round-turnout';
import { SeriesEnd } from './series-end';

const GROUPS = [
  { id: 'carers', name: 'Carers', position: 0 },
  { id: 'nurses', name: 'Nurses', position: 1 },
  { id: 'leaders', name: 'Leaders', position: 2 },
];
const NOBODY = { reminded: 0, reminded_at: null, remindable: 0 };
const PROGRESS: RoundProgress = {
  asked: 12,
  begun: 7,
  finished: 5,
  left: 0,
  pause_hours: 48,
  groups: [
    { group_id: 'carers', asked: 5, begun: 3, finished: 2, ...NOBODY, remindable: 3 },
    {
      group_id: 'nurses',
      asked: 5,
      begun: 2,
      finished: 1,
      reminded: 4,
      reminded_at: '2026-11-20T09:00:00Z',
      remindable: 0,
    },
    { group_id: 'leaders', asked: 2, begun: 2, finished: 2, ...NOBODY },
  ],
};
const CLOSED = draftRound({ state: 'closed', anonymity: 'unlinkable' });
const RUNNING: RoundStanding = {
  grace_minutes: 0,
  remind_hours: null,
  next_reminder_at: null,
  is_series_ended: false,
  series_ended_at: null,
  changes: [],
};

function renderReminding(progress = PROGRESS) {
  const sent: unknown[] = [];
  server.use(
    http.post('*/rounds/round/reminders', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ sent: 3, too_soon: 0 });
    }),
  );
  const { user } = renderWithProviders(
    <RemindingButton
      studyId="study"
      round={draftRound({ state: 'open' })}
      progress={progress}
      groups={GROUPS}
    />,
  );
  return { user, sent };
}

test('single groups are reminded, and those written to not long ago are left alone', async () => {
  const { user, sent } = renderReminding();
  await user.click(screen.getByRole('button', { name: 'Remind' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('checkbox', { name: 'Carers' })).toBeChecked();
  const nurses = within(dialog).getByRole('checkbox', { name: 'Nurses' });
  expect(nurses).toBeDisabled();
  expect(nurses).toHaveAccessibleDescription(
    /4 have not finished. All were written to not long ago. Last reminded Fri 20 Nov/,
  );
  expect(within(dialog).queryByRole('checkbox', { name: 'Leaders' })).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: 'Send 3 reminders' }));
  expect(await screen.findByText('3 people were reminded.')).toBeVisible();
  expect(sent).toEqual([{ group_ids: ['carers'] }]);
});

test('when everybody was written to not long ago, one is asked to wait', async () => {
  const waiting = PROGRESS.groups.map((group) => ({ ...group, remindable: 0 }));
  const { user } = renderReminding({ ...PROGRESS, groups: waiting });
  await user.click(screen.getByRole('button', { name: 'Remind' }));
  expect(await screen.findByText(/was written to within the last 48 hours/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
});

test('the turnout says how many of a group were reminded, and when last', () => {
  renderWithProviders(<RoundTurnout progress={PROGRESS} groups={GROUPS} />);
  const [, carers, nurses] = screen.getAllByRole('row');
  expect(within(carers as HTMLElement).getByText('never')).toBeVisible();
  expect(within(nurses as HTMLElement).getByText('4')).toBeVisible();
  expect(within(nurses as HTMLElement).getByText(/Fri 20 Nov/)).toBeVisible();
});

test('ending a series says what it destroys, asks once more, and ends it', async () => {
  let isEnded = false;
  server.use(
    http.post('*/rounds/round/end-series', () => {
      isEnded = true;
      return HttpResponse.json(RUNNING);
    }),
  );
  const { user } = renderWithProviders(
    <SeriesEnd studyId="study" round={CLOSED} running={RUNNING} mayEnd />,
  );
  await user.click(screen.getByRole('button', { name: 'End the series' }));
  const dialog = await screen.findByRole('dialog', { name: 'End the series for good?' });
  expect(within(dialog).getByText('This cannot be undone.')).toBeVisible();
  expect(within(dialog).getByText(/not even the person who gave them/)).toBeVisible();
  expect(within(dialog).getByText('No further round can follow in this series.')).toBeVisible();
  expect(isEnded).toBe(false);
  await user.click(within(dialog).getByRole('button', { name: 'Destroy the key' }));
  await expect.poll(() => isEnded).toBe(true);
});

test('a series that has ended says so and when, and offers nothing more', () => {
  const ended = { ...RUNNING, is_series_ended: true, series_ended_at: '2026-11-20T09:00:00Z' };
  renderWithProviders(<SeriesEnd studyId="study" round={CLOSED} running={ended} mayEnd />);
  expect(screen.getByRole('heading', { name: 'This series has ended' })).toBeVisible();
  expect(screen.getByText(/20 November 2026/)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
