import { useSyncExternalStore } from 'react';
import { lineIsBack } from '../lib/link.ts';
import { queries } from '../lib/query.ts';
import { withToken } from '../lib/refresh.ts';
import { isUnsettled, noAnswer, refusedBy } from '../lib/refused.ts';
import { current, onSession, token } from '../lib/session.ts';
import { dropDraft, keepDraft, readDraft } from '../lib/storage.ts';
import { consults } from './api.ts';

/** A picture that has not been sent. */
export interface Waiting {
  id: string;
  blob: Blob;
  caption: string;
}
export interface Upload extends Waiting {
  /** 0–1. */
  sent: number;
  /** `refused` will not be tried again by itself; `broken` waits for the line. */
  state: 'waiting' | 'sending' | 'broken' | 'refused';
}

/** Grows from here to a minute between tries on a line that is down. */
const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 60_000;
/** A picture of 2 MB at 200 kbps takes 80 s. */
const PATIENCE_MS = 180_000;

let all: ReadonlyMap<string, readonly Upload[]> = new Map();
const watchers = new Set<() => void>();
const running = new Set<string>();

const name = (consultId: string) => `consults.photos.${consultId}`;
const of = (consultId: string): readonly Upload[] => all.get(consultId) ?? none;
const none: readonly Upload[] = [];

const put = (consultId: string, uploads: readonly Upload[]): void => {
  all = new Map(all).set(consultId, uploads);
  for (const watch of watchers) watch();
};
const mark = (consultId: string, id: string, change: Partial<Upload>): void =>
  put(
    consultId,
    of(consultId).map((one) => (one.id === id ? { ...one, ...change } : one)),
  );

const keep = async (consultId: string): Promise<void> => {
  const left = of(consultId).map(({ id, blob, caption }) => ({ id, blob, caption }));
  await (left.length === 0 ? dropDraft(name(consultId)) : keepDraft(name(consultId), left));
};

// What one person sends is not left in memory for the next; the device keeps it for them.
onSession(() => {
  if (current().status === 'out') all = new Map();
});

/** `fetch` cannot say how far a body has gone, hence the older request. The upload's own id makes a retry the same picture. */
const send = (consultId: string, { id, blob, caption }: Upload): Promise<void> =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/consults/${consultId}/photos`);
    request.timeout = PATIENCE_MS;
    request.setRequestHeader('authorization', `Bearer ${token() ?? ''}`);
    request.setRequestHeader('content-type', blob.type);
    request.setRequestHeader('idempotency-key', id);
    request.setRequestHeader('x-input', encodeURIComponent(JSON.stringify({ caption })));
    request.upload.onprogress = ({ loaded, total }) => mark(consultId, id, { sent: loaded / total });
    request.onload = () => {
      if (request.status < 300) return done();
      let body: unknown = null;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        // A proxy's own page: the status says enough.
      }
      failed(refusedBy(body, request.status));
    };
    request.onerror = () => failed(noAnswer('offline'));
    request.ontimeout = () => failed(noAnswer('timeout'));
    request.send(blob);
  });

const settled = async (consultId: string, id: string): Promise<void> => {
  put(
    consultId,
    of(consultId).filter((one) => one.id !== id),
  );
  await keep(consultId);
  await queries.invalidateQueries({ queryKey: consults.read.query({ id: consultId }).queryKey });
};

/** One picture after the other, so that the first is whole soon. */
const work = async (consultId: string): Promise<void> => {
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    const next = of(consultId).find(({ state }) => state !== 'refused');
    if (!next) return;
    mark(consultId, next.id, { state: 'sending', sent: 0 });
    try {
      await withToken(() => send(consultId, next));
      pause = FIRST_PAUSE_MS;
      await settled(consultId, next.id);
    } catch (error) {
      mark(consultId, next.id, { state: isUnsettled(error) ? 'broken' : 'refused', sent: 0 });
      if (!isUnsettled(error)) continue;
      await lineIsBack(pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    }
  }
};

const start = (consultId: string): void => {
  if (running.has(consultId)) return;
  running.add(consultId);
  void work(consultId).finally(() => running.delete(consultId));
};

/** Sends pictures behind the reader's back; they are kept on the device until the server has them. */
export const upload = async (consultId: string, photos: readonly Waiting[]): Promise<void> => {
  if (photos.length === 0) return;
  put(consultId, [...of(consultId), ...photos.map((photo) => ({ ...photo, sent: 0, state: 'waiting' as const }))]);
  await keep(consultId);
  start(consultId);
};

/** After a reload: goes on with what this device still holds. */
export const resume = async (consultId: string): Promise<void> => {
  if (of(consultId).length > 0) return start(consultId);
  const kept = await readDraft<Waiting[]>(name(consultId));
  if (kept && of(consultId).length === 0) await upload(consultId, kept.value);
};

export const tryAgain = (consultId: string, id: string): void => {
  mark(consultId, id, { state: 'waiting' });
  start(consultId);
};

export const abandon = async (consultId: string, id: string): Promise<void> => {
  put(
    consultId,
    of(consultId).filter((one) => one.id !== id),
  );
  await keep(consultId);
};

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};

export const useUploads = (consultId: string): readonly Upload[] => useSyncExternalStore(watch, () => of(consultId));
