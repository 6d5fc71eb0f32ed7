import * as Y from 'yjs';
import { asProblem, type Problem } from '@/api/errors';
import type { components, webhooks } from '@/api/schema.gen';
import { packed, unpacked } from '@/lib/packed';
import { backoffMs } from '@/socket/backoff';
import { type ConnectionStatus, LiveConnection } from '@/socket/connection';
import type { Frame } from '@/socket/frames';
import { difference } from './difference';
import type { NoteKeeper } from './kept-note';

const PROTOCOL = 1;
const NAME = 'note';
const SEND_AFTER_MS = 400;
const CURSOR_EVERY_MS = 300;
const CURSOR_AGAIN_MS = 10_000;
const CURSOR_FADES_MS = 30_000;

type NoteFrame = webhooks['note']['post']['requestBody']['content']['application/json'];
type NoteUpdated = Extract<NoteFrame, { type: 'note_updated' }>;
type CursorMoved = Extract<NoteFrame, { type: 'cursor_moved' }>;

/**
 * `kept`: the words are on this device and will be sent. `refused`: the server said no, see the
 * problem. `closed`: the chair has called everybody back.
 */
export type NoteState = 'untouched' | 'saving' | 'saved' | 'kept' | 'refused' | 'closed';

/** Somebody else in the note, and which characters they have chosen. */
export interface Cursor {
  connection: string;
  memberId: string;
  name: string;
  start: number;
  end: number;
}

/** What there is to show of a note beside its words. */
export interface NoteView {
  state: NoteState;
  status: ConnectionStatus;
  problem: Problem | undefined;
  cursors: readonly Cursor[];
}

interface NoteOptions {
  socketUrl: (after: number) => string;
  fetch: (have: string) => Promise<components['schemas']['NoteRead']>;
  add: (body: components['schemas']['NoteAddition']) => Promise<components['schemas']['NoteKept']>;
  onView: (view: NoteView) => void;
  /** Where my words wait while the server does not have them, so that they outlive the page. */
  keeper?: NoteKeeper | undefined;
  openSocket?: (url: string) => WebSocket;
}

/**
 * A shared note in this browser. Yjs merges; here is only the way to and from the server: what is
 * written goes by HTTP and counts as saved once it is answered, what others write comes by the
 * socket. Without a connection everything goes on, and is merged when it is back, also by a page
 * that is opened later.
 */
export class NoteSync {
  readonly #options: NoteOptions;
  readonly #doc = new Y.Doc();
  readonly text = this.#doc.getText(NAME);
  readonly #connection: LiveConnection<NoteUpdated>;
  readonly #heard = new Map<string, { moved: CursorMoved; at: number }>();
  #unsent: Uint8Array[] = [];
  #keeping: Promise<void> = Promise.resolve();
  #isSending = false;
  #isClosed = false;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cursor: { anchor: string; head: string } | undefined;
  #toldAt = 0;
  #cursorTimer: ReturnType<typeof setTimeout> | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;
  #view: NoteView = { state: 'untouched', status: 'closed', problem: undefined, cursors: [] };

  constructor(options: NoteOptions) {
    this.#options = options;
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) {
        this.#unsent.push(update);
        this.#keepUnsent();
        this.#sendSoon(SEND_AFTER_MS);
      }
      this.#say({ cursors: this.#cursors() });
    });
    this.#connection = new LiveConnection<NoteUpdated>({
      urlAfter: options.socketUrl,
      protocol: PROTOCOL,
      after: 0,
      onEvent: ({ update }) => this.#hear(unpacked(update)),
      onNotice: (frame) => this.#notice(frame),
      onStatus: (status) => this.#follow(status),
      refetch: () => this.#refetch(),
      ...(options.openSocket ? { openSocket: options.openSocket } : {}),
    });
  }

  /** Connects, and stays connected until `close`; takes up what an earlier visit could not send. */
  start(): void {
    this.#keeping = this.#takeUp();
    this.#connection.start();
    this.#beat = setInterval(() => this.#refreshCursors(), CURSOR_AGAIN_MS);
  }

  /** Sends at once what has not been sent, as far as the server takes it. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#send();
    clearTimeout(this.#timer);
  }

  /** Lets go. */
  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#cursorTimer);
    clearInterval(this.#beat);
    this.#connection.close();
  }

  get hasUnsent(): boolean {
    return this.#unsent.length > 0;
  }

  /** The words written here that the server does not have; asked for once the note is closed. */
  async findUnsaved(): Promise<string> {
    if (!this.hasUnsent) {
      return '';
    }
    const saved = new Y.Doc();
    const note = await this.#options.fetch(packed(Y.encodeStateVector(saved)));
    Y.applyUpdate(saved, unpacked(note.update));
    const words = this.text.toString();
    const before = saved.getText(NAME).toString();
    return difference(before, words, words.length).inserted.trim();
  }

  /** Tells the others where this writer is; without places, that they have left. */
  moveCursor(place?: { start: number; end: number }): void {
    this.#cursor = place && {
      anchor: this.#relative(place.start),
      head: this.#relative(place.end),
    };
    clearTimeout(this.#cursorTimer);
    const wait = Math.max(0, this.#toldAt + CURSOR_EVERY_MS - Date.now());
    this.#cursorTimer = setTimeout(() => this.#tellCursor(), wait);
  }

  async #takeUp(): Promise<void> {
    try {
      const kept = await this.#options.keeper?.read();
      if (kept) {
        this.#hear(kept);
        this.#unsent.unshift(kept);
        this.#sendSoon(0);
      }
    } catch {
      // a browser that forbids storage has kept nothing
    }
  }

  /** One after the other, so that what is kept last is what was unsent last. */
  #keepUnsent(): void {
    const { keeper } = this.#options;
    this.#keeping = this.#keeping
      .then(() =>
        this.#unsent.length > 0 ? keeper?.keep(Y.mergeUpdates(this.#unsent)) : keeper?.forget(),
      )
      .catch(() => undefined);
  }

  #tellCursor(): void {
    this.#toldAt = Date.now();
    const { anchor = null, head = null } = this.#cursor ?? {};
    if (this.#connection.status === 'live') {
      this.#connection.send({ type: 'presence', anchor, head });
    }
  }

  #refreshCursors(): void {
    if (this.#cursor) {
      this.#tellCursor();
    }
    this.#say({ cursors: this.#cursors() });
  }

  #relative(index: number): string {
    const place = Y.createRelativePositionFromTypeIndex(this.text, index);
    return packed(Y.encodeRelativePosition(place));
  }

  #cursors(): Cursor[] {
    const shown: Cursor[] = [];
    for (const [connection, { moved, at }] of this.#heard) {
      if (Date.now() - at > CURSOR_FADES_MS) {
        this.#heard.delete(connection);
        continue;
      }
      const start = this.#absolute(moved.anchor);
      const end = this.#absolute(moved.head);
      if (start !== undefined && end !== undefined) {
        const { member_id: memberId, name } = moved;
        shown.push({
          connection,
          memberId,
          name,
          start: Math.min(start, end),
          end: Math.max(start, end),
        });
      }
    }
    return shown;
  }

  #absolute(place: string | null): number | undefined {
    if (place === null) {
      return undefined;
    }
    try {
      const relative = Y.decodeRelativePosition(unpacked(place));
      return Y.createAbsolutePositionFromRelativePosition(relative, this.#doc)?.index;
    } catch {
      // somebody else's browser said something that is no place: they are shown nowhere
      return undefined;
    }
  }

  #hear(update: Uint8Array): void {
    Y.applyUpdate(this.#doc, update, this);
  }

  #notice(frame: Frame): void {
    // the generated union is what the server promises to say
    const notice = frame as NoteFrame;
    if (notice.type === 'note_frozen') {
      this.#closeNote();
    } else if (notice.type === 'cursor_moved') {
      if (notice.anchor === null) {
        this.#heard.delete(notice.connection);
      } else {
        this.#heard.set(notice.connection, { moved: notice, at: Date.now() });
      }
      this.#say({ cursors: this.#cursors() });
    }
  }

  #closeNote(): void {
    this.#say({ state: this.#unsent.length > 0 ? 'refused' : 'closed' });
    this.#isClosed = true;
  }

  #follow(status: ConnectionStatus): void {
    this.#say({ status });
    if (status === 'live') {
      this.#attempt = 0;
      this.#sendSoon(0);
      if (this.#cursor) {
        this.#tellCursor();
      }
    }
  }

  async #refetch(): Promise<number> {
    const have = packed(Y.encodeStateVector(this.#doc));
    const note = await this.#options.fetch(have);
    this.#hear(unpacked(note.update));
    if (note.is_frozen) {
      this.#closeNote();
    } else if (this.#unsent.length > 0) {
      this.#unsent = [Y.encodeStateAsUpdate(this.#doc, unpacked(note.state_vector))];
    }
    return note.seq;
  }

  #sendSoon(wait: number): void {
    if (this.#unsent.length === 0 || this.#isSending || this.#isClosed) {
      return;
    }
    if (this.#view.state !== 'kept') {
      this.#say({ state: 'saving' });
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), wait);
  }

  async #send(): Promise<void> {
    if (this.#unsent.length === 0 || this.#isSending || this.#isClosed) {
      return;
    }
    this.#isSending = true;
    const sent = this.#unsent;
    const update = packed(Y.mergeUpdates(sent));
    const stateVector = packed(Y.encodeStateVector(this.#doc));
    let problem: Problem | undefined;
    try {
      await this.#options.add({ update, state_vector: stateVector });
    } catch (error) {
      problem = asProblem(error);
    }
    this.#isSending = false;
    if (problem) {
      await this.#fail(problem);
    } else {
      this.#attempt = 0;
      this.#unsent = this.#unsent.filter((one) => !sent.includes(one));
      this.#keepUnsent();
      this.#say({ state: 'saved', problem: undefined });
      this.#sendSoon(SEND_AFTER_MS);
    }
  }

  async #fail(problem: Problem): Promise<void> {
    if (problem.status === 409) {
      try {
        await this.#refetch();
      } catch {
        // tried again below, like everything that does not get through
      }
    }
    this.#attempt += 1;
    const isRefused = this.#isClosed || [401, 403, 404, 413, 422].includes(problem.status);
    this.#say({ state: isRefused ? 'refused' : 'kept', problem: isRefused ? problem : undefined });
    if (!isRefused) {
      this.#sendSoon(backoffMs(this.#attempt));
    }
  }

  #say(change: Partial<NoteView>): void {
    this.#view = { ...this.#view, ...change };
    this.#options.onView(this.#view);
  }
}
