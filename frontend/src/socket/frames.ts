/** Any message of the socket: a literal `type` says which. */
export interface Frame {
  type: string;
}

/** An entry of an append-only log: `seq` counts from 1 without gaps, for every recipient alike. */
export interface Sequenced extends Frame {
  seq: number;
}

/** The server's first words: its protocol number and the last `seq` of the log. */
export interface Hello extends Frame {
  type: 'hello';
  protocol: number;
  seq: number;
}

/** What a browser may say. Everything else goes by HTTP. */
export type Outgoing = { type: 'presence'; [detail: string]: unknown } | { type: 'ping' };

/** The frame in a message, or undefined when it is not JSON or names no type. */
export function frameIn(message: unknown): Frame | undefined {
  if (typeof message !== 'string') {
    return undefined;
  }
  try {
    const body: unknown = JSON.parse(message);
    return isFrame(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isFrame(body: unknown): body is Frame {
  return (
    typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string'
  );
}

export function isSequenced(frame: Frame): frame is Sequenced {
  return 'seq' in frame && Number.isInteger(frame.seq);
}

export function isHello(frame: Frame): frame is Hello {
  return frame.type === 'hello' && isSequenced(frame) && 'protocol' in frame;
}
