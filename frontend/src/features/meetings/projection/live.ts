import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionStatus } from '@/socket/connection';
import type { Frame, Sequenced } from '@/socket/frames';
import { useLiveConnection } from '@/socket/use-live-connection';
import { fetchWall, type WallSnapshot, wallQuery } from './queries';

const PROTOCOL = 1;

/** How well this browser follows the wall. */
export interface WallLink {
  status: ConnectionStatus;
  /** When the server was last heard of, by this device's clock. */
  lastNews: number;
  /** Add it to this device's clock to have the server's. */
  clockOffset: number;
}

/** Follows the wall while it is shown; each frame is the wall whole, so nothing can be missed. */
export function useWall(snapshot: WallSnapshot): WallLink {
  const queries = useQueryClient();
  const { queryKey } = wallQuery();
  const [lastNews, setLastNews] = useState(() => Date.now());
  const [clockOffset, setClockOffset] = useState(() => Date.parse(snapshot.now) - Date.now());
  const { status } = useLiveConnection<Sequenced>({
    path: '/api/projector/live',
    protocol: PROTOCOL,
    after: 0,
    onEvent: () => undefined,
    onNotice: (frame) => {
      setLastNews(Date.now());
      if ('now' in frame && typeof frame.now === 'string') {
        setClockOffset(Date.parse(frame.now) - Date.now());
      }
      if (isWall(frame)) {
        queries.setQueryData<WallSnapshot>(queryKey, frame);
      }
    },
    refetch: async () => {
      queries.setQueryData<WallSnapshot>(queryKey, await fetchWall());
      return 0;
    },
  });
  return { status, lastNews, clockOffset };
}

/** The server promises the whole wall under this type. */
function isWall(frame: Frame): frame is WallSnapshot {
  return frame.type === 'wall';
}
