import { useCallback, useEffect, useRef, useState } from 'react';
import { socketUrl } from './address';
import { type ConnectionOptions, type ConnectionStatus, LiveConnection } from './connection';
import type { Outgoing, Sequenced } from './frames';

interface LiveOptions<Event extends Sequenced>
  extends Omit<ConnectionOptions<Event>, 'onStatus' | 'urlAfter'> {
  /** A path on the server that served this page; `?after=` is added to it. */
  path: string;
}

interface Live {
  status: ConnectionStatus;
  send: (frame: Outgoing) => void;
}

/** Keeps a connection while the component is shown; `undefined` until the state is fetched. */
export function useLiveConnection<Event extends Sequenced>(
  options: LiveOptions<Event> | undefined,
): Live {
  const [status, setStatus] = useState<ConnectionStatus>('closed');
  const connection = useRef<LiveConnection<Event>>(undefined);
  const latest = useRef(options);
  const path = options?.path;

  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const first = latest.current;
    if (!first || !path) {
      return;
    }
    const live = new LiveConnection<Event>({
      ...first,
      urlAfter: (seq) => socketUrl(`${path}?after=${seq}`),
      onEvent: (event) => latest.current?.onEvent(event),
      onNotice: (notice) => latest.current?.onNotice?.(notice),
      refetch: () => (latest.current ?? first).refetch(),
      onStatus: setStatus,
    });
    connection.current = live;
    live.start();
    return () => {
      connection.current = undefined;
      live.close();
    };
  }, [path]);

  const send = useCallback((frame: Outgoing) => connection.current?.send(frame), []);
  return { status, send };
}
