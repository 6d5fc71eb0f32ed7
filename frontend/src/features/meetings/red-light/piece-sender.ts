import { asProblem, type Problem } from '@/api/errors';
import type { KeptRoom, PieceStore } from './piece-store';

/** What the server is told; each throws a `Problem`. */
export interface RoomServer {
  /** Answers whether the red light is still on. */
  send(room: KeptRoom, number: number, sound: Blob): Promise<boolean>;
  finish(room: KeptRoom): Promise<void>;
}

/** How far the pieces of a recording have come. */
export interface SendingView {
  /** Pieces on this device that the server has not acknowledged. */
  waiting: number;
  /** The server cannot be reached; it is tried again. */
  isCutOff: boolean;
  /** What the server refused; nothing more is sent. */
  problem: Problem | undefined;
  isFinished: boolean;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;
/** Anything else is refused for good. */
const WORTH_TRYING = new Set([0, 401, 408, 429, 500, 502, 503, 504]);

interface SenderOptions {
  store: PieceStore;
  server: RoomServer;
  room: KeptRoom;
  onView: (view: SendingView) => void;
  /** The red light went off elsewhere. */
  onLightOff?: () => void;
  wait?: (ms: number) => Promise<void>;
}

/** Sends what is in the store, one piece after the other, for as long as it takes. */
export class PieceSender {
  view: SendingView = { waiting: 0, isCutOff: false, problem: undefined, isFinished: false };
  private readonly given: SenderOptions;
  private isSending = false;
  private isRung = false;
  private isClosed = false;

  constructor(given: SenderOptions) {
    this.given = given;
  }

  /** There is something new to send, or nothing more to come. */
  ring(): void {
    this.isRung = true;
    if (!this.isSending && !this.isClosed) {
      void this.run();
    }
  }

  close(): void {
    this.isClosed = true;
  }

  private async run(): Promise<void> {
    this.isSending = true;
    while (this.isRung && !this.isClosed) {
      this.isRung = false;
      await this.sendAll();
    }
    this.isSending = false;
  }

  private async sendAll(): Promise<void> {
    const { store, room } = this.given;
    let numbers = await store.waiting(room.id);
    while (numbers.length > 0 && !this.isClosed) {
      this.tell({ waiting: numbers.length });
      for (const number of numbers) {
        if (!(await this.insist(() => this.sendOne(number)))) {
          return;
        }
        this.tell({ waiting: Math.max(0, this.view.waiting - 1) });
      }
      numbers = await store.waiting(room.id);
    }
    this.tell({ waiting: 0 });
    if (room.isOver && !this.isClosed && !this.view.isFinished) {
      const isDone = await this.insist(() => this.given.server.finish(room));
      if (isDone) {
        await store.forgetRoom(room.id);
        this.tell({ isFinished: true });
      }
    }
  }

  private async sendOne(number: number): Promise<void> {
    const { store, server, room, onLightOff } = this.given;
    const sound = await store.read(room.id, number);
    if (sound) {
      const isLit = await server.send(room, number, sound);
      await store.forget(room.id, number);
      if (!isLit && !room.isOver) {
        onLightOff?.();
      }
    }
  }

  /** Tries until it is done; false where the server refuses for good, or nobody waits any more. */
  private async insist(act: () => Promise<void>): Promise<boolean> {
    const { wait = pause } = this.given;
    for (let ms = FIRST_WAIT_MS; !this.isClosed; ms = Math.min(LONGEST_WAIT_MS, ms * 2)) {
      try {
        await act();
        this.tell({ isCutOff: false });
        return true;
      } catch (error) {
        const problem = asProblem(error);
        if (!WORTH_TRYING.has(problem.status)) {
          this.tell({ problem, isCutOff: false });
          return false;
        }
        this.tell({ isCutOff: true });
        await wait(ms);
      }
    }
    return false;
  }

  private tell(changes: Partial<SendingView>): void {
    this.view = { ...this.view, ...changes };
    this.given.onView(this.view);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    }
    window.addEventListener('online', done);
  });
}
