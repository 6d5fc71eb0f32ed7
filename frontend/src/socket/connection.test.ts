import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeSocket } from '@/testing/fake-socket';
import { type ConnectionStatus, LiveConnection } from './connection';

interface Spoke {
  type: 'spoke';
  seq: number;
}

let connection: LiveConnection<Spoke>;
let seen: number[];
let statuses: ConnectionStatus[];
const refetch = vi.fn<() => Promise<number>>();

function begin({ after = 0 } = {}): FakeSocket {
  connection = new LiveConnection<Spoke>({
    urlAfter: (seq) => `ws://test/live?after=${seq}`,
    protocol: 1,
    after,
    onEvent: ({ seq }) => seen.push(seq),
    onStatus: (status) => statuses.push(status),
    refetch,
    openSocket: FakeSocket.open,
  });
  connection.start();
  return FakeSocket.newest;
}

function goLive(options: { after?: number; seq?: number } = {}): FakeSocket {
  const socket = begin(options);
  socket.accept();
  socket.say({ type: 'hello', protocol: 1, seq: options.seq ?? options.after ?? 0 });
  return socket;
}

function spoke(seq: number): Spoke {
  return { type: 'spoke', seq };
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.opened.length = 0;
  seen = [];
  statuses = [];
  refetch.mockReset();
});

afterEach(() => connection.close());

describe('following a log', () => {
  test('asks for what came after the state it has', () => {
    expect(begin({ after: 7 }).url).toBe('ws://test/live?after=7');
  });

  test('hands on each event once and in order', () => {
    const socket = goLive();
    for (const seq of [1, 2, 2, 1, 3]) {
      socket.say(spoke(seq));
    }
    expect(seen).toEqual([1, 2, 3]);
    expect(connection.status).toBe('live');
  });

  test('a notice without a number reaches the notice handler only', () => {
    const socket = goLive();
    socket.say({ type: 'presence', here: ['a'] });
    expect(seen).toEqual([]);
    expect(refetch).not.toHaveBeenCalled();
  });
});

describe('losing the connection', () => {
  test('comes back by itself and resumes after the last event seen', async () => {
    const first = goLive();
    first.say(spoke(1));
    first.drop();
    expect(connection.status).toBe('waiting');
    await vi.advanceTimersByTimeAsync(600);
    const second = FakeSocket.newest;
    second.accept();
    expect(second).not.toBe(first);
    expect(second.url).toBe('ws://test/live?after=1');
    second.say({ type: 'hello', protocol: 1, seq: 3 });
    second.say(spoke(2));
    second.say(spoke(3));
    expect(seen).toEqual([1, 2, 3]);
  });

  test('waits longer after each failure', async () => {
    begin().drop();
    await vi.advanceTimersByTimeAsync(500);
    expect(FakeSocket.opened).toHaveLength(2);
    FakeSocket.newest.drop();
    await vi.advanceTimersByTimeAsync(499);
    expect(FakeSocket.opened).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(501);
    expect(FakeSocket.opened).toHaveLength(3);
  });

  test('tries at once when the network is back', () => {
    goLive().drop();
    window.dispatchEvent(new Event('online'));
    expect(FakeSocket.opened).toHaveLength(2);
  });

  test('a line that has gone silent is replaced', async () => {
    const socket = goLive();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(socket.sent).toContainEqual({ type: 'ping' });
    await vi.advanceTimersByTimeAsync(41_000);
    expect(FakeSocket.opened.length).toBeGreaterThan(1);
  });

  test('words of a socket that was given up are not heard', async () => {
    const first = goLive();
    first.drop();
    await vi.advanceTimersByTimeAsync(600);
    first.say(spoke(1));
    expect(seen).toEqual([]);
  });

  test('a refusal is final', async () => {
    goLive().drop(4403);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.status).toBe('refused');
    expect(FakeSocket.opened).toHaveLength(1);
  });

  test('a server of another protocol is not talked to', async () => {
    const socket = begin();
    socket.accept();
    socket.say({ type: 'hello', protocol: 2, seq: 0 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.status).toBe('outdated');
    expect(FakeSocket.opened).toHaveLength(1);
  });
});

describe('missing something', () => {
  test('a gap loads the state afresh and goes on with what came meanwhile', async () => {
    const socket = goLive();
    let answer: (seq: number) => void = () => undefined;
    refetch.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    socket.say(spoke(1));
    socket.say(spoke(4));
    expect(connection.status).toBe('catching-up');
    socket.say(spoke(5));
    answer(4);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([1, 5]);
    expect(connection.lastSeq).toBe(5);
    expect(connection.status).toBe('live');
  });

  test('the server may ask for a fresh start', async () => {
    const socket = goLive();
    refetch.mockResolvedValueOnce(40);
    socket.say({ type: 'reload' });
    await vi.advanceTimersByTimeAsync(0);
    socket.say(spoke(41));
    expect(seen).toEqual([41]);
  });

  test('a frame that cannot be read counts as a gap', async () => {
    const socket = goLive();
    refetch.mockResolvedValueOnce(1);
    socket.say('not json');
    await vi.advanceTimersByTimeAsync(0);
    expect(refetch).toHaveBeenCalledOnce();
  });

  test('a log that is shorter than what was seen is loaded afresh', async () => {
    refetch.mockResolvedValueOnce(3);
    goLive({ after: 9, seq: 3 });
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.lastSeq).toBe(3);
  });

  test('when the state cannot be fetched it begins again from a new connection', async () => {
    const socket = goLive();
    refetch.mockRejectedValueOnce(new Error('offline'));
    socket.say(spoke(3));
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.status).toBe('waiting');
    await vi.advanceTimersByTimeAsync(600);
    expect(FakeSocket.opened).toHaveLength(2);
  });

  test('a flood during a refetch is let go and asked for again', async () => {
    const socket = goLive();
    let answer: (seq: number) => void = () => undefined;
    refetch.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    for (let seq = 2; seq < 1200; seq += 1) {
      socket.say(spoke(seq));
    }
    answer(5);
    await vi.advanceTimersByTimeAsync(600);
    expect(FakeSocket.newest.url).toBe('ws://test/live?after=5');
  });

  test('a gap that no refetch closes slows down instead of asking for ever', async () => {
    const socket = goLive();
    refetch.mockResolvedValue(0);
    socket.say(spoke(5));
    await vi.advanceTimersByTimeAsync(50);
    expect(refetch.mock.calls.length).toBeLessThanOrEqual(3);
    expect(connection.status).toBe('waiting');
  });
});

describe('saying something', () => {
  test('what is said while away is sent on return, the newest 32', async () => {
    const first = goLive();
    first.drop();
    for (let place = 0; place < 40; place += 1) {
      connection.send({ type: 'presence', place });
    }
    await vi.advanceTimersByTimeAsync(600);
    const second = FakeSocket.newest;
    second.accept();
    second.say({ type: 'hello', protocol: 1, seq: 0 });
    const places = second.sent as { place: number }[];
    expect(places.map(({ place }) => place)).toEqual(Array.from({ length: 32 }, (_, i) => i + 8));
  });

  test('after closing nothing is tried again', async () => {
    goLive();
    connection.close();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(FakeSocket.opened).toHaveLength(1);
    expect(statuses.at(-1)).toBe('closed');
  });
});
