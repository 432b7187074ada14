import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(max-width: 767px)');
const watch = (changed: () => void) => {
  phone.addEventListener('change', changed);
  return () => phone.removeEventListener('change', changed);
};

/** In the hand: one column, bars at the bottom, a ring over the whole screen. */
export const usePhone = (): boolean => useSyncExternalStore(watch, () => phone.matches);
