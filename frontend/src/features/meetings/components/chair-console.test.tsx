import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { LiveMeeting } from '../live';
import type { Meeting } from '../queries';
import { ChairConsole } from './chair-console';

const AT = '2026-12-03T13:00:00Z';
const CHAIR = { id: 'alan', name: 'Alan', group_id: null };

const meeting: Meeting = {
  id: 'm',
  stage_id: 's',
  title: 'Second consultation',
  place: '',
  planned_for: null,
  state: 'live',
  started_at: AT,
  ended_at: null,
  group_ids: [],
  item_count: 1,
  agenda: [],
  may_chair: true,
  may_build: false,
  may_vote: false,
  code: 'BCDFHJ',
  invited: null,
  to_invite: null,
};

const live: LiveMeeting = {
  place: { studyId: 's', meetingId: 'm' },
  status: 'live',
  lastNews: 0,
  clockOffset: 0,
  snapshot: {
    seq: 1,
    now: AT,
    here: [{ ...CHAIR, is_away: false }],
    voted: {},
    my_votes: {},
    state: {
      phase: 'live',
      started_at: AT,
      ended_at: null,
      agenda: [{ id: 'i', title: 'Working with power', version_id: 'v', minutes: 20 }],
      shown: { item_id: 'i', since: AT },
      floor: null,
      hands: [],
      polls: [],
      people: { alan: CHAIR },
      comments: {},
      divisions: [],
    },
  },
};

beforeEach(() => {
  server.use(http.get('*/comments', () => HttpResponse.json([])));
  renderWithProviders(
    <ChairConsole
      meeting={meeting}
      live={live}
      memberId="alan"
      groups={[]}
      mechanisms={[]}
      mechanism={(_, onChosen) => (
        <button type="button" onClick={onChosen}>
          these words
        </button>
      )}
      commentBox={({ title }, onSent) => (
        <button type="button" onClick={onSent}>
          send about {title}
        </button>
      )}
      leave={null}
    />,
  );
});

const SEND = { name: 'send about Working with power' };

test('the chair writes about what is on show, and the box closes once it is sent', async () => {
  await userEvent.click(screen.getByRole('button', { name: /Write a comment/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Write a comment' });
  await userEvent.click(within(dialog).getByRole('button', SEND));
  expect(screen.queryByRole('button', SEND)).not.toBeInTheDocument();
});

test.each([
  ['a key', () => userEvent.keyboard('w')],
  ['chosen words', () => userEvent.click(screen.getByRole('button', { name: 'these words' }))],
])('%s opens the box too', async (_way, act) => {
  await act();
  expect(await screen.findByRole('button', SEND)).toBeInTheDocument();
});
