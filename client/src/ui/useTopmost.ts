import { useEffect, useState } from 'react';

const topmost = (): Element => [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;

/**
 * Where something must be put to be seen and pressed: a modal dialog covers all that is outside it and makes it inert.
 * Looked at only while it is `needed`.
 */
export const useTopmost = (needed: boolean): Element => {
  const [place, setPlace] = useState(topmost);
  useEffect(() => {
    if (!needed) return;
    const look = () => setPlace(topmost);
    look();
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { subtree: true, childList: true, attributeFilter: ['open'] });
    return () => {
      watcher.disconnect();
      // A sheet that is gone would keep what comes next out of the page.
      setPlace(document.body);
    };
  }, [needed]);
  return place;
};
