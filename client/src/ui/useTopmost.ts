import { useEffect, useState } from 'react';

const topmost = (own: string): Element =>
  [...document.querySelectorAll('dialog:modal')].findLast((sheet) => !sheet.closest(own)) ?? document.body;

/**
 * Where something must be put to be seen and pressed: a modal dialog covers all that is outside it and makes it inert.
 * Looked at only while it is `needed`. `own` is a selector of the thing itself: a sheet that it has opened is no place for it.
 */
export const useTopmost = (needed: boolean, own: string): Element => {
  const [place, setPlace] = useState(() => topmost(own));
  useEffect(() => {
    if (!needed) return;
    const look = () => setPlace(topmost(own));
    look();
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { subtree: true, childList: true, attributeFilter: ['open'] });
    return () => {
      watcher.disconnect();
      // A sheet that is gone would keep what comes next out of the page.
      setPlace(document.body);
    };
  }, [needed, own]);
  return place;
};
