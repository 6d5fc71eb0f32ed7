import { useSyncExternalStore } from 'react';
import type { Upload } from 'tus-js-client';
import type { Problem } from '@/api/errors';
import type { UploadOnItsWay } from './intakes';
import { sendResumably } from './resumable';

/** How far this browser is with a file; `sent` counts what has left it. */
export interface Sender {
  state: 'sending' | 'paused' | 'failed' | 'done';
  sent: number;
  problem: Problem | undefined;
}

interface Running extends Sender {
  upload: Upload | undefined;
}

interface Place {
  studyId: string;
  intakeId: string;
  upload: UploadOnItsWay;
  file: File;
}

/** What is being sent goes on while its sender looks at other pages, so it stands outside of them. */
const running = new Map<string, Running>();
const listeners = new Set<() => void>();
let snapshot: ReadonlyMap<string, Sender> = new Map();

function change(id: string, to: Partial<Running>) {
  const before = running.get(id) ?? {
    state: 'sending',
    sent: 0,
    problem: undefined,
    upload: undefined,
  };
  running.set(id, { ...before, ...to });
  tell();
}

function tell() {
  snapshot = new Map(running);
  for (const listener of listeners) {
    listener();
  }
}

/** Sends a file, or goes on where it stopped; it comes back by itself when the network does. */
export async function startSending({ studyId, intakeId, upload, file }: Place, onDone: () => void) {
  const endpoint = `/api/studies/${studyId}/uploads`;
  change(upload.id, { state: 'sending', sent: upload.offset ?? 0, problem: undefined });
  const sender = await sendResumably({
    file,
    endpoint,
    url: upload.offset === null ? null : `${endpoint}/${upload.id}`,
    metadata: { intake: intakeId, position: String(upload.position), filename: file.name },
    onProgress: (sent) => change(upload.id, { sent }),
    onDone: () => {
      change(upload.id, { state: 'done', sent: upload.size });
      onDone();
    },
    onFailed: (problem) => change(upload.id, { state: 'failed', problem }),
  });
  change(upload.id, { upload: sender });
}

export async function pauseSending(id: string) {
  change(id, { state: 'paused' });
  await running.get(id)?.upload?.abort();
}

export function resumeSending(id: string) {
  change(id, { state: 'sending', problem: undefined });
  running.get(id)?.upload?.start();
}

/** Stops sending and forgets about it; what has come is the server's to remove. */
export async function stopSending(id: string) {
  await running.get(id)?.upload?.abort();
  running.delete(id);
  tell();
}

window.addEventListener('online', () => {
  for (const [id, { state, problem }] of running) {
    if (state === 'failed' && problem?.isUnreachable) {
      resumeSending(id);
    }
  }
});

// a page that is closed stops sending; what has come waits on the server
window.addEventListener('beforeunload', (event) => {
  if ([...running.values()].some(({ state }) => state === 'sending')) {
    event.preventDefault();
  }
});

/** How far this browser is with each file that it sends, by upload. */
export function useSenders(): ReadonlyMap<string, Sender> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}
