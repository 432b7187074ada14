import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Saves a value that has rested for `pauseMs` after a change, and at once when the page is hidden or left for another
 * before that: a phone that is put away takes nothing with it.
 */
export const useSaving = (value: unknown, save: () => void, pauseMs: number): void => {
  const owed = useRef(false);
  const flush = useEffectEvent(() => {
    if (!owed.current) return;
    owed.current = false;
    save();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved has changed
  useEffect(() => {
    owed.current = true;
    const timer = setTimeout(() => flush(), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  useEffect(() => {
    const hiding = () => void (document.visibilityState === 'hidden' && flush());
    document.addEventListener('visibilitychange', hiding);
    return () => {
      document.removeEventListener('visibilitychange', hiding);
      flush();
    };
  }, []);
};
