import { problemFrom, unreachable } from '@/api/errors';

interface Upload {
  url: string;
  file: File;
  /** Share of the bytes sent so far, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends a file as the body of a POST and tells how far it is, which `fetch` cannot; gives the answer's JSON. */
export function upload<Answer>({ url, file, onProgress, signal }: Upload): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => onProgress(event.loaded / Math.max(1, event.total));
    request.onload = async () => {
      const body = request.responseText;
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(body) as Answer);
      } else {
        reject(
          await problemFrom(
            new Response(body, {
              status: request.status,
              headers: { 'Content-Type': request.getResponseHeader('Content-Type') ?? '' },
            }),
          ),
        );
      }
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('Called off', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
