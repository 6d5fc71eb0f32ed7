import { expect, test } from 'vitest';
import { Problem, unreachable } from '@/api/errors';
import { PieceSender, type RoomServer, type SendingView } from './piece-sender';
import type { KeptRoom, PieceStore } from './piece-store';

const PLACE = { studyId: 's', meetingId: 'm' };

function aRoom(changes: Partial<KeptRoom> = {}): KeptRoom {
  return { id: 'r', place: PLACE, beganAt: 0, count: 3, isOver: true, ...changes };
}

/** What a browser's database keeps, in a map. */
function aStore(numbers: readonly number[], rooms: KeptRoom[] = []): PieceStore {
  const pieces = new Map(numbers.map((number) => [number, new Blob([`piece ${number}`])]));
  const kept = new Map(rooms.map((room) => [room.id, room]));
  return {
    keepRoom: async (room) => void kept.set(room.id, room),
    rooms: async () => [...kept.values()],
    forgetRoom: async (id) => void kept.delete(id),
    keep: async (_, number, sound) => void pieces.set(number, sound),
    waiting: async () => [...pieces.keys()].sort((a, b) => a - b),
    read: async (_, number) => pieces.get(number),
    forget: async (_, number) => void pieces.delete(number),
  };
}

/** A server whose answers are given by turns: an error is thrown, and nothing was taken in. */
function aServer(turns: (Error | 'dark' | undefined)[] = []) {
  const taken: number[] = [];
  const finished: number[] = [];
  const server: RoomServer = {
    send: async (_, number) => {
      const turn = turns.shift();
      if (turn instanceof Error) {
        throw turn;
      }
      taken.push(number);
      return turn !== 'dark';
    },
    finish: async ({ count }) => void finished.push(count),
  };
  return { server, taken, finished };
}

async function send(
  store: PieceStore,
  server: RoomServer,
  room: KeptRoom,
  onLightOff?: () => void,
): Promise<SendingView[]> {
  const views: SendingView[] = [];
  await new Promise<void>((resolve) => {
    const sender = new PieceSender({
      store,
      server,
      room,
      wait: async () => undefined,
      onView: (view) => {
        views.push(view);
        const isIdle = view.waiting === 0 && !view.isCutOff && !room.isOver;
        if (view.isFinished || view.problem || isIdle) {
          resolve();
        }
      },
      ...(onLightOff ? { onLightOff } : {}),
    });
    sender.ring();
  });
  return views;
}

test('pieces are sent in order, and then the recording is finished', async () => {
  const store = aStore([2, 0, 1], [aRoom()]);
  const { server, taken, finished } = aServer();
  await send(store, server, aRoom());
  expect(taken).toEqual([0, 1, 2]);
  expect(finished).toEqual([3]);
  expect(await store.rooms()).toEqual([]);
});

test('a piece that was not acknowledged stays and is sent again', async () => {
  const store = aStore([0, 1]);
  const { server, taken } = aServer([undefined, unreachable(), unreachable()]);
  const views = await send(store, server, aRoom({ count: 2 }));
  expect(views.some(({ isCutOff }) => isCutOff)).toBe(true);
  expect(taken).toEqual([0, 1]);
  expect(await store.waiting('r')).toEqual([]);
});

test('what the server refuses for good is said, and stays on this device', async () => {
  const store = aStore([0, 1]);
  const tooLarge = new Problem({ status: 413, title: 'That is too large', detail: 'Stop it.' });
  const { server } = aServer([tooLarge]);
  const views = await send(store, server, aRoom());
  expect(views.at(-1)?.problem?.message).toBe('Stop it.');
  expect(await store.waiting('r')).toEqual([0, 1]);
});

test('a red light that was turned off elsewhere is noticed', async () => {
  let isOff = false;
  const { server, finished } = aServer(['dark']);
  await send(aStore([0]), server, aRoom({ isOver: false }), () => {
    isOff = true;
  });
  expect(isOff).toBe(true);
  expect(finished).toEqual([]);
});
