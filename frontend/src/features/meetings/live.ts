import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ConnectionStatus } from '@/socket/connection';
import type { Frame } from '@/socket/frames';
import { useLiveConnection } from '@/socket/use-live-connection';
import type { LiveEvent, LiveFrame } from './fold/steps';
import { forgetSecretVote, isNewsOfMine } from './my-votes';
import {
  fetchState,
  meetingCommentsQuery,
  meetingKeys,
  type Place,
  type Snapshot,
  stateQuery,
} from './queries';
import { keepCaption } from './red-light/captions';
import { fold } from './state';

const PROTOCOL = 1;

/** A meeting as this browser knows it, and how well it knows it. */
export interface LiveMeeting {
  place: Place;
  snapshot: Snapshot;
  status: ConnectionStatus;
  /** When the server was last heard of, by this device's clock. */
  lastNews: number;
  /** Add it to this device's clock to have the server's. */
  clockOffset: number;
}

/** What an event of the log does to the cache. */
export function applyEvent(snapshot: Snapshot, event: LiveEvent): Snapshot {
  const next = { ...snapshot, seq: event.seq, state: fold(snapshot.state, event) };
  return forgetSecretVote(next, event);
}

/** What a frame that has no place in the log does to the cache. */
export function applyNotice(snapshot: Snapshot, notice: LiveFrame): Snapshot {
  if (notice.type === 'presence') {
    return { ...snapshot, here: notice.here };
  }
  if (notice.type === 'came_and_went') {
    const { came, went } = notice;
    const gone = new Set([...went, ...came.map((one) => one.id)]);
    const here = [...snapshot.here.filter((one) => !gone.has(one.id)), ...came];
    return { ...snapshot, here: here.sort((a, b) => a.name.localeCompare(b.name)) };
  }
  if (notice.type === 'votes_counted') {
    const { poll_id: pollId, voted } = notice;
    // two counts may overtake each other on the way, and votes are never taken back
    const most = Math.max(voted, snapshot.voted[pollId] ?? 0);
    return { ...snapshot, voted: { ...snapshot.voted, [pollId]: most } };
  }
  return snapshot;
}

/** Keeps when the chair was last here, by the server's clock, once their browser has gone. */
export function noteChair(before: Snapshot, after: Snapshot, now: number): Snapshot {
  const id = after.state.chair?.member_id;
  const isIn = ({ here }: Snapshot) => here.some((person) => person.id === id);
  const isGone = isIn(before) && !isIn(after);
  return isGone ? { ...after, chair_seen_at: new Date(now).toISOString() } : after;
}

/** Follows a meeting while the page is open. */
export function useMeeting(place: Place): LiveMeeting {
  const queries = useQueryClient();
  const key = meetingKeys.state(place);
  const { data: snapshot } = useSuspenseQuery(stateQuery(place));
  const [lastNews, setLastNews] = useState(() => Date.now());
  const [clockOffset, setClockOffset] = useState(() => Date.parse(snapshot.now) - Date.now());
  const offset = useRef(clockOffset);

  const { status, send } = useLiveConnection<LiveEvent>({
    path: `/api/studies/${place.studyId}/meetings/${place.meetingId}/live`,
    protocol: PROTOCOL,
    after: snapshot.seq,
    onEvent: (event) => {
      setLastNews(Date.now());
      queries.setQueryData<Snapshot>(key, (before) => before && applyEvent(before, event));
      refreshWhatIsBeside(event);
    },
    onNotice: (frame: Frame) => {
      setLastNews(Date.now());
      // the generated union is what the server promises to say
      const notice = frame as LiveFrame;
      if (notice.type === 'hello' || notice.type === 'pong') {
        offset.current = Date.parse(notice.now) - Date.now();
        setClockOffset(offset.current);
      }
      queries.setQueryData<Snapshot>(
        key,
        (before) =>
          before && noteChair(before, applyNotice(before, notice), Date.now() + offset.current),
      );
      if (notice.type === 'caption') {
        keepCaption(queries, place, notice);
      }
      if (isNewsOfMine(queries.getQueryData<Snapshot>(key), notice)) {
        void fetchMyVotes();
      }
    },
    refetch: async () => {
      const fresh = await fetchState(place);
      queries.setQueryData<Snapshot>(key, fresh);
      return fresh.seq;
    },
  });

  async function fetchMyVotes() {
    const { my_votes: mine } = await fetchState(place);
    queries.setQueryData<Snapshot>(key, (before) => before && { ...before, my_votes: mine });
  }

  function refreshWhatIsBeside(event: LiveEvent) {
    if (['agenda_set', 'meeting_started', 'meeting_ended'].includes(event.type)) {
      void queries.invalidateQueries({ queryKey: meetingKeys.meeting(place), exact: true });
      void queries.invalidateQueries({ queryKey: meetingKeys.list(place.studyId) });
    }
    if (event.type === 'comment_arrived') {
      // only marked as old: nothing moves under the reader until they ask for it
      void queries.invalidateQueries({
        queryKey: meetingCommentsQuery(place).queryKey,
        refetchType: 'none',
      });
    }
  }

  useTellWhetherLookedAt(send);
  return { place, snapshot, status, lastNews, clockOffset };
}

function useTellWhetherLookedAt(send: ReturnType<typeof useLiveConnection>['send']) {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    const tell = () =>
      latest.current({ type: 'presence', is_away: document.visibilityState === 'hidden' });
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, []);
}
