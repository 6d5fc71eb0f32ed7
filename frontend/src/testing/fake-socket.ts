/** Stands in for a browser's WebSocket: a test plays the server. */
export class FakeSocket {
  static readonly opened: FakeSocket[] = [];

  readyState = 0;
  readonly sent: unknown[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: unknown }) => void) | null = null;
  onclose: ((closing: { code: number }) => void) | null = null;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    FakeSocket.opened.push(this);
  }

  /** For `openSocket`: what a connection uses of a WebSocket is all here. */
  static open = (url: string): WebSocket => new FakeSocket(url) as unknown as WebSocket;

  static get newest(): FakeSocket {
    const socket = FakeSocket.opened.at(-1);
    if (!socket) {
      throw new Error('No socket has been opened');
    }
    return socket;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 3;
  }

  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  say(frame: unknown): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
  }

  drop(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}
