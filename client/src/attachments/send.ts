import { DetailedError, type HttpRequest, Upload } from 'tus-js-client';
import { PIECE_BYTES } from '../../../contract/attachments.ts';
import type { Code } from '../../../contract/refusal.ts';
import { withToken } from '../lib/refresh.ts';
import { noAnswer, Refused, refusedBy } from '../lib/refused.ts';
import { token } from '../lib/session.ts';

/** A line on which nothing has moved for so long is down, whatever the browser says. */
const STALLED_MS = 45_000;

const addressOf = (uploadId: string): string => `/api/attachments/uploads/${uploadId}`;
const signed = (request: HttpRequest): void => request.setHeader('authorization', `Bearer ${token() ?? ''}`);
const plain = { retryDelays: null, storeFingerprintForResuming: false, onBeforeRequest: signed } as const;

/** HEAD has no body, so its status has to say it all. */
const BARE: Record<number, [Code, string]> = {
  401: ['unauthenticated', 'token.over'],
  403: ['forbidden', 'role'],
  404: ['notFound', 'attachment.upload'],
  429: ['tooMany', 'rate'],
};

const bodyOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const refusalOf = (error: Error): Refused => {
  const reply = error instanceof DetailedError ? error.originalResponse : null;
  if (!reply) return noAnswer('offline');
  const [status, body] = [reply.getStatus(), bodyOf(reply.getBody())];
  const bare = BARE[status];
  return bare && !body ? new Refused({ code: bare[0], reason: bare[1], message: '' }) : refusedBy(body, status);
};

export interface Sent {
  uploadId: string;
  file: Blob;
  /** 0–1, as the bytes leave. */
  onSent: (sent: number) => void;
  /** Aborted by the reader: pause, or give up. */
  signal: AbortSignal;
}

/** One attempt from where the last one stopped; throws `Refused`, or the signal's reason. */
const attempt = ({ uploadId, file, onSent, signal }: Sent): Promise<void> =>
  new Promise((done, failed) => {
    let watch: ReturnType<typeof setTimeout>;
    const stop = (why: unknown) => {
      settle();
      void upload.abort();
      failed(why);
    };
    const offline = () => stop(noAnswer('offline'));
    const aborted = () => stop(signal.reason);
    const moved = () => {
      clearTimeout(watch);
      watch = setTimeout(() => stop(noAnswer('timeout')), STALLED_MS);
    };
    const settle = () => {
      clearTimeout(watch);
      window.removeEventListener('offline', offline);
      signal.removeEventListener('abort', aborted);
    };
    const upload = new Upload(file, {
      ...plain,
      uploadUrl: addressOf(uploadId),
      chunkSize: PIECE_BYTES,
      onProgress: (bytes, total) => {
        moved();
        onSent(bytes / total);
      },
      onSuccess: () => {
        settle();
        done();
      },
      onError: (error) => {
        settle();
        failed(refusalOf(error));
      },
    });
    window.addEventListener('offline', offline);
    signal.addEventListener('abort', aborted);
    moved();
    upload.start();
  });

/** Sends what the server does not have yet; throws `Refused`, or the signal's reason. */
export const sendBytes = (sent: Sent): Promise<void> => withToken(() => attempt(sent));

/** Tells the server to let go of what has arrived; unheard, it does so by itself after a day. */
export const giveUp = (uploadId: string): Promise<void> => withToken(() => Upload.terminate(addressOf(uploadId), plain));
