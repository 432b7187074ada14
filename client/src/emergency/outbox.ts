import { useSyncExternalStore } from 'react';
import { lineIsBack } from '../lib/link.ts';
import { queries } from '../lib/query.ts';
import type { Refused } from '../lib/refused.ts';
import { current, onSession } from '../lib/session.ts';
import { emergency } from './api.ts';
import { change, drop, keep, keptOf } from './kept.ts';
import {
  type Activation,
  byCase,
  type Entry,
  type KeptActivation,
  type KeptStamp,
  nextOf,
  type StampInput,
  verdictOf,
} from './order.ts';

export type { Activation, KeptActivation, KeptStamp } from './order.ts';

/** Grows from here to a quarter of a minute between tries on a line that is down. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

let entries: readonly Entry[] = [];
let cases = byCase(entries);
let waiting: readonly KeptActivation[] = [];
const watchers = new Set<() => void>();
const tabs = new BroadcastChannel('shanhai.outbox');

const show = (next: readonly Entry[]): void => {
  entries = next;
  cases = byCase(entries);
  waiting = [...cases.values()].flatMap(({ activation }) => activation ?? []);
  for (const watch of watchers) watch();
};
const owner = (): string | null => {
  const session = current();
  return session.status === 'in' ? session.me.id : null;
};
/** What the device holds is the truth: other tabs add to it and take from it. */
const look = async (): Promise<readonly Entry[]> => {
  const me = owner();
  const found = me ? await keptOf(me) : [];
  if (me === owner()) show(found);
  return found;
};
const changed = async (): Promise<void> => {
  tabs.postMessage(null);
  await look();
};

const send = async (entry: Entry): Promise<void> => {
  const answer =
    entry.kind === 'activation'
      ? await emergency.activate(entry.activation)
      : await emergency.stamp({ id: entry.caseId, items: [entry.stamp] });
  queries.setQueryData(emergency.read.query({ id: entry.caseId }).queryKey, answer);
  await drop(entry.id);
  void queries.invalidateQueries({ queryKey: ['emergency', 'list'] });
};

/** Sends what can be sent; true when something is left that only time can help. */
const round = async (): Promise<boolean> => {
  const passed = new Set<string>();
  for (;;) {
    const next = nextOf(await look(), passed);
    if (!next) return passed.size > 0;
    try {
      await send(next);
    } catch (error) {
      const verdict = verdictOf(error);
      if (verdict === 'wait') return owner() !== null;
      if (verdict === 'pass') passed.add(next.caseId);
      else await change({ ...next, refused: { code: (error as Refused).code, reason: (error as Refused).reason } });
    }
    await changed();
  }
};

let wanted = false;
let wake: () => void = () => undefined;
const rest = (ms: number): Promise<void> => Promise.race([lineIsBack(ms), new Promise<void>((done) => (wake = done))]);

const work = async (): Promise<void> => {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    wanted = false;
    const left = await round();
    if (left && !wanted) await rest(pause);
    else if (!wanted) return;
  }
};

/** One sender over all tabs, so that the order holds; a plain-http page has no locks, and one tab. */
const alone = (): Promise<unknown> => (navigator.locks ? navigator.locks.request('shanhai.outbox', work) : work());
let running = false;
const go = (): void => {
  wanted = true;
  wake();
  if (running) return;
  running = true;
  void alone().finally(() => {
    running = false;
    if (wanted) go();
  });
};

const add = async (entry: Entry): Promise<void> => {
  show([...entries, entry]);
  await keep(entry);
  await changed();
  go();
};
/** A press in the moment in which a session ends belongs to the one whose it was. */
let last = '';
const mine = () => ({ owner: owner() ?? last, refused: null });

/** One tap on a center: kept on the device at once, sent as soon as there is a link and a session. */
export const keepActivation = (activation: Activation): Promise<void> =>
  add({ ...mine(), kind: 'activation', id: activation.id, caseId: activation.id, activation });
export const keepStamp = (caseId: string, stamp: StampInput): Promise<void> =>
  add({ ...mine(), kind: 'stamp', id: stamp.id, caseId, stamp });

/** What was refused once more, after whatever stood in its way is mended; `id` of the case or of the stamp. */
export const sendAgain = async (id: string): Promise<void> => {
  const entry = entries.find((one) => one.id === id);
  if (entry) await change({ ...entry, refused: null });
  await changed();
  go();
};
/** Lets go of what was refused, by the reader's own word; a case takes its stamps along. */
export const discard = async (id: string): Promise<void> => {
  for (const entry of entries) if (entry.id === id || entry.caseId === id) await drop(entry.id);
  await changed();
};

const watch = (onChange: () => void) => {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
};
const none: readonly KeptStamp[] = [];
/** Stamps of a case that the server has not confirmed. */
export const useUnsent = (caseId: string): readonly KeptStamp[] =>
  useSyncExternalStore(watch, () => cases.get(caseId)?.stamps ?? none);
/** The case as it was called on this device; null once the server has it. */
export const useUnsentCase = (caseId: string): KeptActivation | null =>
  useSyncExternalStore(watch, () => cases.get(caseId)?.activation ?? null);
/** All of them, in the order of pressing. */
export const useUnsentCases = (): readonly KeptActivation[] => useSyncExternalStore(watch, () => waiting);

tabs.onmessage = () => {
  void look();
  wake();
};
const begin = (): void => {
  void look();
  last = owner() ?? last;
  if (owner()) go();
};
onSession(begin);
begin();
