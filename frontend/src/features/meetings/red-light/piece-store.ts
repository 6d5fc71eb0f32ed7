import { createStore, del, delMany, entries, get, keys, set, type UseStore } from 'idb-keyval';
import type { Place } from '../queries';

/** A recording of which something is on this device. */
export interface KeptRoom {
  id: string;
  place: Place;
  /** When second 0 was, by this device's clock. */
  beganAt: number;
  /** How many pieces it has so far, sent or not. */
  count: number;
  /** No piece comes after these. */
  isOver: boolean;
}

/** Where pieces wait until the server has them; in tests a map will do. */
export interface PieceStore {
  keepRoom(room: KeptRoom): Promise<void>;
  rooms(): Promise<KeptRoom[]>;
  /** Forgets a recording with all its pieces. */
  forgetRoom(id: string): Promise<void>;
  keep(id: string, number: number, sound: Blob): Promise<void>;
  /** The numbers of the pieces that are here, in order. */
  waiting(id: string): Promise<number[]>;
  read(id: string, number: number): Promise<Blob | undefined>;
  forget(id: string, number: number): Promise<void>;
}

const DIGITS = 6;
const ROOM = 'room ';

/** Pieces kept in the browser's database, so that they outlive a closed page. */
export function browserPieceStore(): PieceStore {
  let opened: UseStore | undefined;
  const store = () => {
    opened ??= createStore('colloquy-rooms', 'pieces');
    return opened;
  };
  const key = (id: string, number: number) => `${id} ${String(number).padStart(DIGITS, '0')}`;
  return {
    keepRoom: async (room) => set(`${ROOM}${room.id}`, room, store()),
    rooms: async () =>
      (await entries<string, KeptRoom>(store()))
        .filter(([name]) => name.startsWith(ROOM))
        .map(([, room]) => room),
    forgetRoom: async (id) => {
      const names = await keys<string>(store());
      const pieces = names.filter((name) => name.startsWith(`${id} `));
      await delMany([...pieces, `${ROOM}${id}`], store());
    },
    keep: async (id, number, sound) => set(key(id, number), sound, store()),
    waiting: async (id) =>
      (await keys<string>(store()))
        .filter((name) => name.startsWith(`${id} `))
        .map((name) => Number(name.slice(id.length + 1)))
        .sort((a, b) => a - b),
    read: async (id, number) => get<Blob>(key(id, number), store()),
    forget: async (id, number) => del(key(id, number), store()),
  };
}
