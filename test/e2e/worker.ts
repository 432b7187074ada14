import type { Walker } from './journey.ts';

/** The service worker has kept all that it keeps, and has this page. */
export const workerReady = ({ page }: Walker): Promise<unknown> =>
  page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });
