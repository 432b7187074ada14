import { useSyncExternalStore } from 'react';

const desk = window.matchMedia('(min-width: 1024px)');
const watch = (changed: () => void) => {
  desk.addEventListener('change', changed);
  return () => desk.removeEventListener('change', changed);
};

/** Room for a table. */
export const useWide = (): boolean => useSyncExternalStore(watch, () => desk.matches);
