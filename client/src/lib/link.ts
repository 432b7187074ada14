import { useSyncExternalStore } from 'react';
import { learnTime } from './clock.ts';

/** The line between this browser and the server. `rttMs` is the best of the last few probes; null before the first. */
export interface Link {
  online: boolean;
  rttMs: number | null;
  /** Device time in ms since when nothing has been answered; null while the line is up. */
  downSince: number | null;
}

const EVERY_MS = 20_000;
const AGAIN_MS = 3_000;
const KEPT = 4;

let link: Link = { online: navigator.onLine, rttMs: null, downSince: navigator.onLine ? null : Date.now() };
let recent: number[] = [];
const watchers = new Set<() => void>();

const set = (next: Link) => {
  if (next.online === link.online && next.rttMs === link.rttMs) return;
  link = next;
  for (const watch of watchers) watch();
};

/** Takes one round trip in ms, or null when nothing came back. */
export const measured = (rttMs: number | null): void => {
  recent = rttMs === null ? [] : [...recent.slice(1 - KEPT), rttMs];
  if (rttMs === null) set({ online: false, rttMs, downSince: link.downSince ?? Date.now() });
  else set({ online: true, rttMs: Math.min(...recent), downSince: null });
};

const probe = async (): Promise<void> => {
  const [began, asked] = [performance.now(), Date.now()];
  try {
    const reply = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    measured(reply.ok ? Math.round(performance.now() - began) : null);
    learnTime(reply.headers.get('date'), asked, Date.now());
  } catch {
    measured(null);
  }
};

let timer: number | undefined;
const rounds = async (): Promise<void> => {
  if (document.visibilityState === 'visible') await probe();
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void rounds(), link.online ? EVERY_MS : AGAIN_MS);
};

/** Begins the probes; `offline` and `online` of the browser are believed at once. */
export const watchLink = (): void => {
  window.addEventListener('offline', () => measured(null));
  window.addEventListener('online', () => void rounds());
  document.addEventListener('visibilitychange', () => void rounds());
  void rounds();
};

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};

export const useLink = (): Link => useSyncExternalStore(watch, () => link);

/** Resolves when the browser says that it is online, after `ms` at the latest. */
export const lineIsBack = (ms: number): Promise<void> =>
  new Promise((done) => {
    const go = () => {
      clearTimeout(latest);
      window.removeEventListener('online', go);
      done();
    };
    const latest = setTimeout(go, ms);
    window.addEventListener('online', go);
  });

/** 0 down … 4 good. Above 400 ms speech begins to collide (ITU-T G.114). */
export const linkBars = ({ online, rttMs }: Link): 0 | 1 | 2 | 3 | 4 => {
  if (!online) return 0;
  if (rttMs === null || rttMs <= 150) return 4;
  if (rttMs <= 400) return 3;
  return rttMs <= 1000 ? 2 : 1;
};
