import { useSyncExternalStore } from 'react';

/** Bounds of `server − device` in ms. The Date header has whole seconds, so each answer only narrows an interval. */
let low = Number.NEGATIVE_INFINITY;
let high = Number.POSITIVE_INFINITY;

/** Learns from one answer: its Date header, and when (device time) it was asked and answered. */
export const learnTime = (date: string | null, asked: number, answered: number): void => {
  const stamped = date ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(stamped)) return;
  const [from, to] = [stamped - answered, stamped + 1000 - asked];
  const agrees = from <= high && to >= low;
  // Out of the interval means that a clock was set: begin again.
  low = agrees ? Math.max(low, from) : from;
  high = agrees ? Math.min(high, to) : to;
};

/** Server time in epoch ms: what every limit is counted against, never the device's own clock. */
export const serverNow = (): number => Date.now() + (Number.isFinite(low) ? (low + high) / 2 : 0);

const DAY_MS = 86_400_000;
/** When something was pressed, as the server wants it told: the device's own time, and how far that is ahead of the server's. */
export const pressedNow = (): { at: string; offsetMs: number } => {
  const [device, server] = [Date.now(), serverNow()];
  const offsetMs = Math.round(device - server);
  // A clock that is wrong by days is no clock: the time is told by the server's then.
  if (Math.abs(offsetMs) > DAY_MS) return { at: new Date(server).toISOString(), offsetMs: 0 };
  return { at: new Date(device).toISOString(), offsetMs };
};

const watchers = new Set<() => void>();
let second = Math.floor(serverNow() / 1000);
let timer: number | undefined;

const tick = () => {
  second = Math.floor(serverNow() / 1000);
  for (const watch of watchers) watch();
  timer = window.setTimeout(tick, 1000 - (serverNow() % 1000));
};

const watch = (changed: () => void) => {
  watchers.add(changed);
  if (watchers.size === 1) tick();
  return () => {
    watchers.delete(changed);
    if (watchers.size === 0) window.clearTimeout(timer);
  };
};

const never = () => () => undefined;

/** Server time in epoch ms to the whole second, ticking with the server's second; one timer serves the page. */
export const useNow = (ticking = true): number => useSyncExternalStore(ticking ? watch : never, () => second * 1000);
