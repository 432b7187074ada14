import { type RefObject, useEffect, useRef } from 'react';

/** On a new address: back to the top, and the reader's focus into the page, so that a screen reader begins there. */
export const useArrival = (pathname: string): RefObject<HTMLElement | null> => {
  const main = useRef<HTMLElement>(null);
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
};
