import { useCallback, useEffect, useState } from 'react';
import { socketUrl } from '@/socket/address';
import type { Place } from '../queries';

const PINGS = 5;
const PATIENCE_MS = 8000;
/** Above this a vote or a raised hand is felt to lag. */
const SLOW_MS = 400;

export type Outcome = 'trying' | 'good' | 'slow' | 'none';

export interface ConnectionCheck {
  outcome: Outcome;
  /** The middle round trip. */
  ms: number;
  again: () => void;
}

type OpenSocket = (url: string) => WebSocket;
const openReal: OpenSocket = (url) => new WebSocket(url);

/** Opens the live socket that only answers, and measures how long an answer takes. */
export function useConnectionCheck(place: Place, open: OpenSocket = openReal): ConnectionCheck {
  const { studyId, meetingId } = place;
  const [turn, setTurn] = useState(0);
  const [found, setFound] = useState<{ outcome: Outcome; ms: number }>(TRYING);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is what checks again
  useEffect(() => {
    setFound(TRYING);
    const path = `/api/studies/${studyId}/meetings/${meetingId}/echo`;
    return measure(open(socketUrl(path)), (trips) => {
      const ms = Math.round([...trips].sort((one, other) => one - other)[PINGS >> 1] ?? 0);
      const outcome = trips.length < PINGS ? 'none' : ms > SLOW_MS ? 'slow' : 'good';
      setFound({ outcome, ms });
    });
  }, [studyId, meetingId, turn, open]);

  return { ...found, again: useCallback(() => setTurn((before) => before + 1), []) };
}

const TRYING = { outcome: 'trying', ms: 0 } as const;

/** Pings one after the other; tells the round trips once, fewer than asked for when it fails. */
function measure(socket: WebSocket, onDone: (trips: number[]) => void): () => void {
  const trips: number[] = [];
  let sentAt = 0;
  const ping = () => {
    sentAt = performance.now();
    socket.send(JSON.stringify({ type: 'ping' }));
  };
  const stop = () => {
    clearTimeout(patience);
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  };
  const finish = () => {
    stop();
    onDone(trips);
  };
  const patience = setTimeout(finish, PATIENCE_MS);
  socket.onopen = ping;
  socket.onclose = finish;
  socket.onmessage = () => {
    trips.push(performance.now() - sentAt);
    if (trips.length < PINGS) {
      ping();
    } else {
      finish();
    }
  };
  return stop;
}
