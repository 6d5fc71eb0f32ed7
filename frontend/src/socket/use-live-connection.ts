import { useCallback, useEffect, useRef, useState } from 'react';
import { type ConnectionOptions, type ConnectionStatus, LiveConnection } from './connection';
import type { Outgoing, Sequenced } from './frames';

type LiveOptions<Event extends Sequenced> = Omit<ConnectionOptions<Event>, 'onStatus'>;

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
  const url = options?.url;

  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const first = latest.current;
    if (!first || !url) {
      return;
    }
    const live = new LiveConnection<Event>({
      ...first,
      url,
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
  }, [url]);

  const send = useCallback((frame: Outgoing) => connection.current?.send(frame), []);
  return { status, send };
}

/** The address of a socket path on the server that served this page. */
export function socketUrl(path: string): string {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
