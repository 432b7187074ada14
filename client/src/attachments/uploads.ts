import { useSyncExternalStore } from 'react';
import type { AttachmentSubject } from '../../../contract/attachments.ts';
import { lineIsBack } from '../lib/link.ts';
import { queries } from '../lib/query.ts';
import { isTokenOver, Refused } from '../lib/refused.ts';
import { current, onSession } from '../lib/session.ts';
import { attachments } from './api.ts';
import { sha256Of } from './checksum.ts';
import { dropFile, keepFile, keepList, readKept, type Unsent } from './kept.ts';
import { giveUp, sendBytes } from './send.ts';

export interface Upload extends Unsent {
  /** 0–1. */
  sent: number;
  /** `broken` waits for the line; `paused` and `refused` wait for the reader. */
  state: 'waiting' | 'sending' | 'checking' | 'broken' | 'paused' | 'refused';
  /** Why it was refused. */
  problem: unknown;
}

/** Grows from here to half a minute between tries on a line that is down. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

let all: ReadonlyMap<string, readonly Upload[]> = new Map();
const watchers = new Set<() => void>();
/** What is on the line now, by subject. */
const running = new Map<string, { id: string | null; stop: AbortController }>();

const keyOf = ({ kind, id }: AttachmentSubject): string => `${kind}.${id}`;
const none: readonly Upload[] = [];
const of = (key: string): readonly Upload[] => all.get(key) ?? none;

const put = (key: string, uploads: readonly Upload[]): void => {
  all = new Map(all).set(key, uploads);
  for (const watch of watchers) watch();
};
const mark = (key: string, id: string, change: Partial<Upload>): void =>
  put(
    key,
    of(key).map((one) => (one.id === id ? { ...one, ...change } : one)),
  );
const note = async (key: string, id: string, change: Partial<Upload>): Promise<void> => {
  mark(key, id, change);
  await keepList(key, of(key));
};
const drop = async (key: string, id: string): Promise<void> => {
  put(
    key,
    of(key).filter((one) => one.id !== id),
  );
  await Promise.all([keepList(key, of(key)), dropFile(id)]);
};

// What one person sends is not left in memory for the next; the device keeps it for them.
onSession(() => {
  if (current().status !== 'out') return;
  for (const { stop } of running.values()) stop.abort();
  all = new Map();
});

/** A piece that was still on its way when the line came back: the server is asked again where it stands. */
const ELSEWHERE: readonly string[] = ['attachment.offset', 'stream.brokenOff'];

/** Whether the same may be asked again a little later, without a new file or another person. */
const passes = (error: unknown): boolean =>
  error instanceof Refused &&
  (['unavailable', 'internal'].includes(error.code) ||
    error.reason === 'rate' ||
    ELSEWHERE.includes(error.reason) ||
    isTokenOver(error));

const begun = async (subject: AttachmentSubject, { id, name, kind, caption, file }: Upload): Promise<string> => {
  const { id: uploadId } = await attachments.begin({ subject, name, kind, caption, bytes: file.size });
  await note(keyOf(subject), id, { uploadId });
  return uploadId;
};

/** One file all the way: a place, the bytes, the checksum. */
const carry = async (subject: AttachmentSubject, upload: Upload, signal: AbortSignal): Promise<void> => {
  const [key, { id, file, arrived }] = [keyOf(subject), upload];
  mark(key, id, { state: 'sending', problem: null });
  const uploadId = upload.uploadId ?? (await begun(subject, upload));
  signal.throwIfAborted();
  if (!arrived) await sendBytes({ uploadId, file, signal, onSent: (sent) => mark(key, id, { sent }) });
  await note(key, id, { state: 'checking', sent: 1, arrived: true });
  await attachments.finish({ id: uploadId, sha256: await sha256Of(file) });
  await drop(key, id);
  await queries.invalidateQueries({ queryKey: attachments.list.query(subject).queryKey });
};

/** One file after the other, so that the first is whole soon. */
const work = async (subject: AttachmentSubject): Promise<void> => {
  const key = keyOf(subject);
  for (let pause = FIRST_PAUSE_MS; ; ) {
    const next = of(key).find(({ state }) => state === 'waiting' || state === 'broken');
    if (!next) return;
    const stop = new AbortController();
    running.set(key, { id: next.id, stop });
    try {
      await carry(subject, next, stop.signal);
      pause = FIRST_PAUSE_MS;
    } catch (error) {
      if (stop.signal.aborted) continue;
      if (!passes(error)) {
        await note(key, next.id, { state: 'refused', problem: error, uploadId: null, arrived: false, sent: 0 });
        continue;
      }
      mark(key, next.id, { state: 'broken' });
      await lineIsBack(pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    }
  }
};

const start = (subject: AttachmentSubject): void => {
  const key = keyOf(subject);
  if (running.has(key)) return;
  running.set(key, { id: null, stop: new AbortController() });
  void work(subject).finally(() => running.delete(key));
};

const halt = (key: string, id: string): void => {
  const now = running.get(key);
  if (now?.id === id) now.stop.abort();
};

/** Sends files behind the reader's back; they are kept on the device until the server has them. */
export const upload = async (subject: AttachmentSubject, files: readonly Unsent[]): Promise<void> => {
  const key = keyOf(subject);
  put(key, [...of(key), ...files.map((one): Upload => ({ ...one, sent: 0, state: 'waiting', problem: null }))]);
  start(subject);
  await Promise.all(files.map(keepFile));
  await keepList(key, of(key));
};

/** After a reload: goes on with what this device still holds. */
export const resume = async (subject: AttachmentSubject): Promise<void> => {
  const key = keyOf(subject);
  const kept = of(key).length > 0 ? [] : await readKept(key);
  if (kept.length > 0 && of(key).length === 0)
    put(
      key,
      kept.map((one): Upload => ({ ...one, sent: 0, state: 'waiting', problem: null })),
    );
  start(subject);
};

export const pause = (subject: AttachmentSubject, id: string): void => {
  mark(keyOf(subject), id, { state: 'paused' });
  halt(keyOf(subject), id);
};

/** After a pause, or once more after a refusal. */
export const goOn = (subject: AttachmentSubject, id: string): void => {
  mark(keyOf(subject), id, { state: 'waiting', problem: null });
  start(subject);
};

export const cancel = async (subject: AttachmentSubject, { id, uploadId }: Upload): Promise<void> => {
  const key = keyOf(subject);
  const dropped = drop(key, id);
  halt(key, id);
  await dropped;
  if (uploadId) await giveUp(uploadId).catch(() => undefined);
};

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};

export const useUploads = (subject: AttachmentSubject): readonly Upload[] =>
  useSyncExternalStore(watch, () => of(keyOf(subject)));
