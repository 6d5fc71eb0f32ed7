import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Problem, unreachable } from '@/api/errors';
import type { components } from '@/api/schema.gen';
import { packed, unpacked } from '@/lib/packed';
import { FakeSocket } from '@/testing/fake-socket';
import type { NoteKeeper } from './kept-note';
import { NoteSync, type NoteView } from './note-sync';

type Schemas = components['schemas'];

/** Plays the server: a note that every browser's additions go into. */
class FakeNote {
  readonly doc = new Y.Doc();
  seq = 0;
  isFrozen = false;
  refusal: Problem | undefined;
  readonly add = vi.fn(async (body: Schemas['NoteAddition']): Promise<Schemas['NoteKept']> => {
    if (this.refusal) {
      throw this.refusal;
    }
    Y.applyUpdate(this.doc, unpacked(body.update));
    this.seq += 1;
    return { seq: this.seq, state_vector: this.stateVector, length: this.text.length };
  });
  readonly fetch = vi.fn(
    async (have: string): Promise<Schemas['NoteRead']> => ({
      seq: this.seq,
      state_vector: this.stateVector,
      length: this.text.length,
      update: packed(Y.encodeStateAsUpdate(this.doc, unpacked(have))),
      is_frozen: this.isFrozen,
      may_write: !this.isFrozen,
    }),
  );

  get stateVector(): string {
    return packed(Y.encodeStateVector(this.doc));
  }

  get text(): string {
    return this.doc.getText('note').toString();
  }

  /** Somebody else writes; the frame that tells of it. */
  write(words: string): object {
    let update: Uint8Array = new Uint8Array();
    this.doc.once('update', (made: Uint8Array) => {
      update = made;
    });
    this.doc.getText('note').insert(0, words);
    this.seq += 1;
    return { type: 'note_updated', seq: this.seq, update: packed(update) };
  }
}

/** The device: what stays when the page is closed. */
class FakeKeeper implements NoteKeeper {
  kept: Uint8Array | undefined;
  keep = async (update: Uint8Array) => {
    this.kept = update;
  };
  read = async () => this.kept;
  forget = async () => {
    this.kept = undefined;
  };
}

let note: FakeNote;
let keeper: FakeKeeper;
let sync: NoteSync;
let view: NoteView;

function open(): FakeSocket {
  sync = new NoteSync({
    socketUrl: (after) => `ws://test/note?after=${after}`,
    fetch: note.fetch,
    add: note.add,
    onView: (said) => {
      view = said;
    },
    keeper,
    openSocket: FakeSocket.open,
  });
  sync.start();
  return greet();
}

function greet(): FakeSocket {
  const socket = FakeSocket.newest;
  socket.accept();
  socket.say({ type: 'hello', protocol: 1, seq: note.seq, now: '2026-12-03T13:00:00Z' });
  return socket;
}

async function pass(ms = 500): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.opened.length = 0;
  note = new FakeNote();
  keeper = new FakeKeeper();
});

afterEach(() => {
  sync.close();
  vi.useRealTimers();
});

describe('a shared note', () => {
  test('what is written counts as saved once the server has it', async () => {
    open();
    sync.text.insert(0, 'Trust');
    expect([view.state, note.text]).toEqual(['saving', '']);
    await pass();
    expect([view.state, note.text]).toEqual(['saved', 'Trust']);
  });

  test('letters typed in a row go in one message', async () => {
    open();
    for (const [at, letter] of [...'Trust'].entries()) {
      sync.text.insert(at, letter);
    }
    await pass();
    expect(note.add).toHaveBeenCalledOnce();
    expect(note.text).toBe('Trust');
  });

  test('what others write is merged and not sent back', async () => {
    const socket = open();
    socket.say(note.write('Power'));
    await pass();
    expect(sync.text.toString()).toBe('Power');
    expect(note.add).not.toHaveBeenCalled();
  });

  test('written without a connection, it is kept and merged when that is back', async () => {
    const socket = open();
    note.refusal = unreachable();
    socket.drop();
    sync.text.insert(0, 'Offline. ');
    await pass();
    expect(view.state).toBe('kept');
    note.write('Meanwhile. ');
    note.refusal = undefined;
    await pass(1000);
    greet().say({ type: 'reload' });
    await pass(5000);
    expect(view.state).toBe('saved');
    expect(note.text).toBe(sync.text.toString());
    expect(note.text).toContain('Offline. ');
    expect(note.text).toContain('Meanwhile. ');
  });

  test('written without a connection, it outlives the page and is sent by the next one', async () => {
    open();
    sync.text.insert(0, 'First. ');
    await pass();
    expect(keeper.kept).toBeUndefined();
    note.refusal = unreachable();
    FakeSocket.newest.drop();
    sync.text.insert(7, 'Offline.');
    await pass();
    sync.close();
    expect(note.text).toBe('First. ');
    note.write('Meanwhile. ');
    note.refusal = undefined;
    open().say({ type: 'reload' });
    await pass(5000);
    expect(view.state).toBe('saved');
    expect(note.text).toBe(sync.text.toString());
    expect(note.text).toContain('First. Offline.');
    expect(note.text).toContain('Meanwhile. ');
    expect(keeper.kept).toBeUndefined();
  });

  test('a device that keeps nothing changes nothing', async () => {
    keeper.read = () => Promise.reject(new Error('forbidden'));
    keeper.keep = () => Promise.reject(new Error('forbidden'));
    open();
    sync.text.insert(0, 'Trust');
    await pass();
    expect([view.state, note.text]).toEqual(['saved', 'Trust']);
  });

  test('a full note says so, keeps the words here, and saves once it is shorter', async () => {
    open();
    note.refusal = new Problem({ status: 413, title: 'Too large', detail: 'The note is full.' });
    sync.text.insert(0, 'Too long');
    await pass();
    expect([view.state, view.problem?.message]).toEqual(['refused', 'The note is full.']);
    note.refusal = undefined;
    sync.text.delete(3, 5);
    await pass();
    expect([view.state, view.problem, note.text]).toEqual(['saved', undefined, 'Too']);
  });

  test('what the server lacks of my words is sent with the next', async () => {
    open();
    sync.text.insert(0, 'First ');
    await pass();
    note.refusal = new Problem({ status: 409, title: 'Conflict', detail: 'Send again.' });
    sync.text.insert(6, 'second');
    await pass();
    expect(note.fetch).toHaveBeenCalled();
    note.refusal = undefined;
    await pass(3000);
    expect([view.state, note.text]).toEqual(['saved', 'First second']);
  });

  test('when everybody is called back the note is closed and nothing is sent', async () => {
    const socket = open();
    note.isFrozen = true;
    socket.say({ type: 'note_frozen' });
    expect(view.state).toBe('closed');
    sync.text.insert(0, 'Late');
    await pass(5000);
    expect(note.add).not.toHaveBeenCalled();
    expect(await sync.findUnsaved()).toBe('Late');
  });
});

describe('the others in a note', () => {
  function moved(place: number | null, name = 'Bob'): object {
    const at = place === null ? null : relative(place);
    return {
      type: 'cursor_moved',
      connection: 'c1',
      member_id: 'bob',
      name,
      anchor: at,
      head: at,
    };
  }

  function relative(place: number): string {
    const position = Y.createRelativePositionFromTypeIndex(note.doc.getText('note'), place);
    return packed(Y.encodeRelativePosition(position));
  }

  test('are shown where their words are, also when words come in before', async () => {
    const socket = open();
    socket.say(note.write('Power'));
    socket.say(moved(2));
    expect(view.cursors).toEqual([
      { connection: 'c1', memberId: 'bob', name: 'Bob', start: 2, end: 2 },
    ]);
    sync.text.insert(0, 'The ');
    expect(view.cursors[0]?.start).toBe(6);
    socket.say(moved(null));
    expect(view.cursors).toEqual([]);
  });

  test('fade when nothing is heard of them', async () => {
    const socket = open();
    socket.say(note.write('Power'));
    socket.say(moved(2));
    await pass(41_000);
    expect(view.cursors).toEqual([]);
  });

  test('are told where I am, a few times a second at most', async () => {
    const socket = open();
    sync.text.insert(0, 'Power');
    for (const start of [1, 2, 3]) {
      sync.moveCursor({ start, end: start });
    }
    await pass(100);
    const told = socket.sent.filter((frame) => (frame as { type: string }).type === 'presence');
    expect(told).toHaveLength(1);
  });

  test('nonsense from another browser shows nobody', () => {
    const socket = open();
    socket.say({ ...moved(null), anchor: '!!', head: '!!' });
    expect(view.cursors).toEqual([]);
  });
});
