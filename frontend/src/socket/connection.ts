import { backoffMs } from './backoff';
import { type Frame, frameIn, isHello, isSequenced, type Outgoing, type Sequenced } from './frames';
import { Gapless } from './gapless';

/**
 * `live`: every event arrives. `catching-up`: the state is being fetched afresh. `waiting`: the
 * connection is lost and will be tried again. `refused` and `outdated` are final.
 */
export type ConnectionStatus =
  | 'connecting'
  | 'live'
  | 'catching-up'
  | 'waiting'
  | 'refused'
  | 'outdated'
  | 'closed';

export interface ConnectionOptions<Event extends Sequenced> {
  /** The address that tells what came after a number. */
  urlAfter: (seq: number) => string;
  /** The protocol number that this build speaks. */
  protocol: number;
  /** The `seq` that the state fetched at the start holds. */
  after: number;
  /** Each event of the log, once and in order. */
  onEvent: (event: Event) => void;
  /** Loads the state afresh, by the path used at the start; answers the `seq` it holds. */
  refetch: () => Promise<number>;
  /** What has no place in the log: the greeting, who is here, a pong. */
  onNotice?: (notice: Frame) => void;
  onStatus?: (status: ConnectionStatus) => void;
  openSocket?: (url: string) => WebSocket;
}

const PING_MS = 20_000;
const SILENCE_MS = 50_000;
const OUTBOX_LIMIT = 32;
/** Gaps in a row after which a refetch is no longer the answer. */
const PATIENCE = 3;
const OPEN = 1;

/** Codes with which the server says that trying again is of no use. */
const FINAL_CODES = new Set([1008, 4401, 4403, 4404]);

/** A read path over a WebSocket that resumes after the last `seq` it saw and never skips an event. */
export class LiveConnection<Event extends Sequenced> {
  readonly #options: ConnectionOptions<Event>;
  readonly #log: Gapless<Event>;
  #socket: WebSocket | undefined;
  #status: ConnectionStatus = 'closed';
  #attempt = 0;
  #gaps = 0;
  #isCatchingUp = false;
  #lastHeard = 0;
  #outbox: Outgoing[] = [];
  #retry: ReturnType<typeof setTimeout> | undefined;
  #pulse: ReturnType<typeof setInterval> | undefined;

  constructor(options: ConnectionOptions<Event>) {
    this.#options = options;
    this.#log = new Gapless<Event>(options.after);
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  get lastSeq(): number {
    return this.#log.last;
  }

  /** Connects, and stays connected until `close`. */
  start(): void {
    if (this.#status !== 'closed') {
      return;
    }
    window.addEventListener('online', this.#connectNow);
    document.addEventListener('visibilitychange', this.#connectNow);
    this.#connect();
  }

  /** Sends, or keeps for when the connection is back; past the bound the oldest is let go. */
  send(frame: Outgoing): void {
    if (this.#socket?.readyState === OPEN && this.#status === 'live') {
      this.#socket.send(JSON.stringify(frame));
      return;
    }
    this.#outbox = [...this.#outbox, frame].slice(-OUTBOX_LIMIT);
  }

  close(): void {
    this.#end('closed');
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#say('connecting');
    const open = this.#options.openSocket ?? ((url: string) => new WebSocket(url));
    const socket = open(this.#options.urlAfter(this.#log.last));
    this.#socket = socket;
    socket.onopen = () => this.#listenForSilence(socket);
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket) {
        this.#lastHeard = Date.now();
        this.#hear(frameIn(data));
      }
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) {
        this.#lose(code);
      }
    };
  }

  /** The network is back or the person looks at the page again: why wait any longer? */
  readonly #connectNow = (): void => {
    if (this.#status === 'waiting' && document.visibilityState === 'visible') {
      this.#attempt = 0;
      this.#connect();
    }
  };

  #hear(frame: Frame | undefined): void {
    if (!frame || frame.type === 'reload') {
      // what we cannot read may have been an event
      void this.#catchUp();
    } else if (isHello(frame)) {
      this.#options.onNotice?.(frame);
      this.#greet(frame.protocol, frame.seq);
    } else if (isSequenced(frame)) {
      // the generated union of live events is what the server promises to send
      this.#receive(frame as Event);
    } else {
      this.#options.onNotice?.(frame);
    }
  }

  #greet(protocol: number, seq: number): void {
    if (protocol !== this.#options.protocol) {
      this.#end('outdated');
      return;
    }
    if (seq < this.#log.last) {
      // the log is shorter than what we saw: the server was put back to an earlier state
      void this.#catchUp();
    } else if (!this.#isCatchingUp) {
      this.#becomeLive();
    }
  }

  #becomeLive(): void {
    this.#say('live');
    const waiting = this.#outbox;
    this.#outbox = [];
    for (const frame of waiting) {
      this.send(frame);
    }
  }

  #receive(event: Event): void {
    if (this.#isCatchingUp) {
      this.#log.hold(event);
      return;
    }
    const place = this.#log.place(event);
    if (place === 'next') {
      this.#attempt = 0;
      this.#gaps = 0;
      this.#log.advance(event);
      this.#options.onEvent(event);
    } else if (place === 'gap') {
      this.#log.hold(event);
      this.#gaps += 1;
      if (this.#gaps > PATIENCE) {
        // refetching does not close it: slow down instead of asking again and again
        this.#reconnectLater();
      } else {
        void this.#catchUp();
      }
    }
  }

  async #catchUp(): Promise<void> {
    if (this.#isCatchingUp) {
      return;
    }
    this.#isCatchingUp = true;
    this.#say('catching-up');
    let held: Event[] | undefined;
    try {
      held = this.#log.restart(await this.#options.refetch());
    } catch {
      // the state is as unreachable as the socket: begin again from a new connection
      this.#reconnectLater();
      return;
    } finally {
      this.#isCatchingUp = false;
    }
    if (!this.#isConnected) {
      return;
    }
    if (!held) {
      this.#reconnectLater();
      return;
    }
    this.#becomeLive();
    for (const event of held) {
      this.#receive(event);
    }
  }

  get #isConnected(): boolean {
    return this.#socket?.readyState === OPEN;
  }

  #lose(code: number): void {
    if (FINAL_CODES.has(code)) {
      this.#end('refused');
    } else {
      this.#reconnectLater();
    }
  }

  #reconnectLater(): void {
    if (!this.#isRunning) {
      return;
    }
    this.#dropSocket();
    this.#say('waiting');
    this.#retry = setTimeout(() => this.#connect(), backoffMs(this.#attempt));
    this.#attempt += 1;
  }

  /** A network that went away says nothing: without a word for too long, the line is dead. */
  #listenForSilence(socket: WebSocket): void {
    clearInterval(this.#pulse);
    this.#lastHeard = Date.now();
    this.#pulse = setInterval(() => {
      if (Date.now() - this.#lastHeard > SILENCE_MS) {
        this.#reconnectLater();
      } else if (socket.readyState === OPEN) {
        this.#attempt = 0;
        socket.send(JSON.stringify({ type: 'ping' } satisfies Outgoing));
      }
    }, PING_MS);
  }

  get #isRunning(): boolean {
    return !['closed', 'refused', 'outdated'].includes(this.#status);
  }

  #end(status: 'closed' | 'refused' | 'outdated'): void {
    window.removeEventListener('online', this.#connectNow);
    document.removeEventListener('visibilitychange', this.#connectNow);
    this.#dropSocket();
    this.#outbox = [];
    this.#say(status);
  }

  #dropSocket(): void {
    clearTimeout(this.#retry);
    clearInterval(this.#pulse);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #say(status: ConnectionStatus): void {
    if (status !== this.#status) {
      this.#status = status;
      this.#options.onStatus?.(status);
    }
  }
}
