import { newId } from '@/lib/new-id';
import type { Place } from '../queries';
import { closeMicrophone } from './microphone';
import { PieceSender, type RoomServer, type SendingView } from './piece-sender';
import type { KeptRoom, PieceStore } from './piece-store';

/** So often what was recorded is put away and sent: more is never lost. */
export const PIECE_MS = 3000;
const BITS_A_SECOND = 48_000;

/** What the page shows of its own recording. */
export interface RecorderView {
  phase: 'idle' | 'starting' | 'recording' | 'sending';
  roomId: string | undefined;
  stream: MediaStream | undefined;
  /** The microphone was taken away, or the store is full: it ended by itself. */
  broke: 'microphone' | 'storage' | undefined;
  sending: SendingView;
}

const NOT_SENT: SendingView = {
  waiting: 0,
  isCutOff: false,
  problem: undefined,
  isFinished: false,
};
const IDLE: RecorderView = {
  phase: 'idle',
  roomId: undefined,
  stream: undefined,
  broke: undefined,
  sending: NOT_SENT,
};

interface Beginning {
  place: Place;
  stream: MediaStream;
  mediaType: string;
  /** Turns the red light on; nothing is recorded before. */
  light: (roomId: string) => Promise<unknown>;
}

/** Records the room: each piece into the store first, then to the server. One for the whole page. */
export class RoomRecorder {
  view: RecorderView = IDLE;
  private readonly listeners = new Set<() => void>();
  private readonly store: PieceStore;
  private readonly server: RoomServer;
  private recorder: MediaRecorder | undefined;
  private sender: PieceSender | undefined;
  private room: KeptRoom | undefined;
  private letGo: (() => void) | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(store: PieceStore, server: RoomServer) {
    this.store = store;
    this.server = server;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  read = (): RecorderView => this.view;

  /** Turns the red light on and records; throws what the server refuses. */
  async start({ place, stream, mediaType, light }: Beginning): Promise<void> {
    const id = newId();
    this.tell({ ...IDLE, phase: 'starting', stream });
    try {
      await light(id);
    } catch (error) {
      closeMicrophone(stream);
      this.tell(IDLE);
      throw error;
    }
    this.letGo = await holdRoom(id);
    this.room = { id, place, beganAt: Date.now(), count: 0, isOver: false };
    this.sender = this.makeSender(this.room);
    const recorder = new MediaRecorder(stream, {
      mimeType: mediaType,
      audioBitsPerSecond: BITS_A_SECOND,
    });
    recorder.onstart = () => {
      if (this.room) {
        this.room.beganAt = Date.now();
      }
    };
    recorder.ondataavailable = ({ data }) => this.put(data);
    recorder.onstop = () => void this.end();
    for (const track of stream.getAudioTracks()) {
      track.onended = () => this.breakOff('microphone');
    }
    this.recorder = recorder;
    recorder.start(PIECE_MS);
    this.tell({ phase: 'recording', roomId: id });
  }

  /** Silence is recorded while it is muted, so that the clock of the recording goes on. */
  mute(isMuted: boolean): void {
    for (const track of this.view.stream?.getAudioTracks() ?? []) {
      track.enabled = !isMuted;
    }
  }

  /** Ends the recording; what is not sent yet follows. */
  stop(): void {
    if (this.recorder && this.recorder.state !== 'inactive') {
      this.recorder.stop();
    }
  }

  private put(sound: Blob): void {
    const room = this.room;
    if (!room || sound.size === 0) {
      return;
    }
    const number = room.count;
    room.count += 1;
    // one after the other, so that nothing is counted that is not kept
    this.writing = this.writing
      .then(() => this.store.keep(room.id, number, sound))
      .then(() => this.store.keepRoom({ ...room, count: number + 1 }))
      .then(() => this.sender?.ring())
      .catch(() => {
        room.count = Math.min(room.count, number);
        this.breakOff('storage');
      });
  }

  private async end(): Promise<void> {
    closeMicrophone(this.view.stream);
    this.tell({ phase: 'sending', stream: undefined });
    await this.writing;
    if (this.room) {
      this.room.isOver = true;
      await this.store.keepRoom(this.room).catch(() => undefined);
      this.sender?.ring();
    }
  }

  private breakOff(why: 'microphone' | 'storage'): void {
    this.tell({ broke: why });
    this.stop();
  }

  private makeSender(room: KeptRoom): PieceSender {
    return new PieceSender({
      store: this.store,
      server: this.server,
      room,
      onLightOff: () => this.stop(),
      onView: (sending) => {
        this.tell({ sending });
        if (sending.problem) {
          this.stop();
        }
        if (sending.isFinished) {
          this.letGo?.();
          this.tell({ phase: 'idle', roomId: undefined });
        }
      },
    });
  }

  private tell(changes: Partial<RecorderView>): void {
    this.view = { ...this.view, ...changes };
    for (const listener of this.listeners) {
      listener();
    }
  }
}

const lockOf = (id: string) => `colloquy-room-${id}`;

/** Lets other pages of this browser know that a recording is being looked after. */
export async function holdRoom(id: string): Promise<() => void> {
  if (!('locks' in navigator)) {
    return () => undefined;
  }
  return new Promise((held) => {
    void navigator.locks.request(lockOf(id), () => new Promise<void>((release) => held(release)));
  });
}

/** True while some page of this browser looks after a recording. */
export async function isHeld(id: string): Promise<boolean> {
  if (!('locks' in navigator)) {
    return false;
  }
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockOf(id));
}
