import { useEffect, useSyncExternalStore } from 'react';

let calls = 0;
const watchers = new Set<() => void>();

const add = (by: 1 | -1): void => {
  calls += by;
  for (const watch of watchers) watch();
};

/** While the component is shown its reader is talking, so that rings must not cover the voice. */
export const useTalking = (): void =>
  useEffect(() => {
    add(1);
    return () => add(-1);
  }, []);

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};

/** Whether this page is in a conversation; a waiting room or the page after it is not one. */
export const useInCall = (): boolean => useSyncExternalStore(watch, () => calls > 0);
