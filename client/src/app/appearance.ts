import { useSyncExternalStore } from 'react';

export type Appearance = 'system' | 'light' | 'dark';
const KEPT = 'shanhai.appearance';

const system = window.matchMedia('(prefers-color-scheme: dark)');
const watchers = new Set<() => void>();
let chosen: Appearance = 'system';
/** Paper is white. */
let printing = false;

const isDark = (): boolean => !printing && (chosen === 'system' ? system.matches : chosen === 'dark');

const show = () => {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  for (const watch of watchers) watch();
};

const print = (now: boolean) => () => {
  printing = now;
  show();
};

/** Before the first paint: what this device chose, or what its system says. */
export const startAppearance = (): void => {
  const kept = localStorage.getItem(KEPT);
  chosen = kept === 'light' || kept === 'dark' ? kept : 'system';
  system.addEventListener('change', show);
  window.addEventListener('beforeprint', print(true));
  window.addEventListener('afterprint', print(false));
  show();
};

export const setAppearance = (next: Appearance): void => {
  chosen = next;
  localStorage.setItem(KEPT, next);
  show();
};

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};

export const useAppearance = (): { chosen: Appearance; dark: boolean } => {
  const now = useSyncExternalStore(watch, () => chosen);
  const dark = useSyncExternalStore(watch, isDark);
  return { chosen: now, dark };
};
