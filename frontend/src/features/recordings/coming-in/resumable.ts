import type { DetailedError, HttpRequest, Upload } from 'tus-js-client';
import { type Problem, problemFromBody, unreachable } from '@/api/errors';

/** A part is kept whole or not at all, so this much is sent again after a break at the most. */
const PART_BYTES = 4 * 1024 * 1024;
const RETRY_MS = [0, 1000, 3000, 5000, 10_000, 20_000];
const DISK_FULL = 507;
const DAMAGED = 460;
const MOVED_ON = 409;

interface Sending {
  file: File;
  /** Where uploads are created. */
  endpoint: string;
  /** Where this one is, if it has begun. */
  url: string | null;
  metadata: Record<string, string>;
  onProgress: (sent: number) => void;
  onDone: () => void;
  onFailed: (problem: Problem) => void;
}

/** Sends a file by tus, from where it stopped if it has begun; the library comes when it is needed. */
export async function sendResumably({ file, onFailed, ...sending }: Sending): Promise<Upload> {
  const { DefaultHttpStack, Upload } = await import('tus-js-client');

  class CheckedStack extends DefaultHttpStack {
    override createRequest(method: string, url: string): HttpRequest {
      const request = super.createRequest(method, url);
      return method === 'PATCH' ? withChecksum(request) : request;
    }
  }

  const upload = new Upload(file, {
    endpoint: sending.endpoint,
    uploadUrl: sending.url,
    metadata: sending.metadata,
    chunkSize: PART_BYTES,
    retryDelays: RETRY_MS,
    // the server lists what is on its way, so this browser need not remember it
    storeFingerprintForResuming: false,
    httpStack: new CheckedStack({}),
    onShouldRetry: (error) => isWorthAnotherTry(error.originalResponse?.getStatus() ?? 0),
    onProgress: sending.onProgress,
    onSuccess: sending.onDone,
    onError: (error) => onFailed(problemOf(error)),
  });
  upload.start();
  return upload;
}

function isWorthAnotherTry(status: number): boolean {
  return (
    status === MOVED_ON ||
    status === DAMAGED ||
    status < 400 ||
    (status >= 500 && status !== DISK_FULL)
  );
}

function problemOf(error: Error | DetailedError): Problem {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  return response ? problemFromBody(response.getStatus(), response.getBody()) : unreachable();
}

/** Says what the part adds up to; browsers can work that out only where the page is secure. */
function withChecksum(request: HttpRequest): HttpRequest {
  const send = request.send.bind(request);
  request.send = async (body: unknown) => {
    if (body instanceof Blob && globalThis.crypto.subtle) {
      const digest = await crypto.subtle.digest('SHA-256', await body.arrayBuffer());
      const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
      request.setHeader('Upload-Checksum', `sha256 ${text}`);
    }
    return send(body);
  };
  return request;
}
