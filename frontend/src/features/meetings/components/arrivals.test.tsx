import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { MeetingComment } from '../queries';
import { Arrivals, useArrivals } from './arrivals';

const PLACE = { studyId: 's', meetingId: 'm' };
const kept: MeetingComment[] = [];

function comment(text: string): MeetingComment {
  const at = '2026-12-03T13:00:00Z';
  const about = { target_id: 'v', version_id: 'v', stance: null, quote: null };
  return { id: text, member_id: 'a', name: 'Ann', text, made_at: at, ...about };
}

/** Plays the log: the count of arrived comments rises when a button is pressed. */
function Point({ first }: { first: number }) {
  const [arrived, setArrived] = useState(first);
  const arrivals = useArrivals(PLACE, 'v', arrived);
  return (
    <>
      <button type="button" onClick={() => setArrived(arrived + 1)}>
        one arrives
      </button>
      <button type="button" onClick={() => void arrivals.show()}>
        mine is sent
      </button>
      <Arrivals comments={arrivals.comments} waiting={arrivals.waiting} onShow={arrivals.show} />
    </>
  );
}

function serve(...texts: string[]) {
  kept.splice(0, kept.length, ...texts.map(comment));
  server.use(http.get('*/api/studies/s/meetings/m/comments', () => HttpResponse.json([...kept])));
}

test('a comment that arrives is counted and shown only on request', async () => {
  serve('First');
  const { user } = renderWithProviders(<Point first={1} />);
  await screen.findByText('First');
  kept.push(comment('Second'));
  await user.click(screen.getByText('one arrives'));
  expect(screen.queryByText('Second')).not.toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Show 1 new comment' }));
  await screen.findByText('Second');
  expect(screen.queryByRole('button', { name: /new comment/ })).not.toBeInTheDocument();
});

test('my own comment is shown at once and not counted when the log tells of it', async () => {
  serve('First');
  const { user } = renderWithProviders(<Point first={1} />);
  await screen.findByText('First');
  kept.push(comment('Mine'));
  await user.click(screen.getByText('mine is sent'));
  await screen.findByText('Mine');
  await user.click(screen.getByText('one arrives'));
  expect(screen.queryByRole('button', { name: /new comment/ })).not.toBeInTheDocument();
});

test('a comment that was taken back is not waited for', async () => {
  serve('First');
  renderWithProviders(<Point first={3} />);
  await screen.findByText('First');
  expect(screen.queryByRole('button', { name: /new comment/ })).not.toBeInTheDocument();
});

test('what arrived while nobody looked is shown with the point, not taken for withdrawn', async () => {
  serve();
  const { user } = renderWithProviders(<Away />);
  await screen.findByText('No comment on this point yet.');
  kept.push(comment('Written meanwhile'));
  await user.click(screen.getByText('come back'));
  await screen.findByText('Written meanwhile');
});

/** Comes back to another point of the agenda, on which one comment has arrived meanwhile. */
function Away() {
  const [isBack, setIsBack] = useState(false);
  const arrivals = useArrivals(PLACE, isBack ? 'v' : 'before', isBack ? 1 : 0);
  return (
    <>
      <button type="button" onClick={() => setIsBack(true)}>
        come back
      </button>
      <Arrivals comments={arrivals.comments} waiting={arrivals.waiting} onShow={arrivals.show} />
    </>
  );
}
