import type { Me } from '../../../contract/auth.ts';
import { tellAgain } from '../paging/alerts.ts';
import { leaveWords } from '../worker/words.ts';

/** Opens the app without a link, and shows rings while it is closed. Not while it is being built, nor on a page without TLS. */
export const startWorker = async (me: Me): Promise<void> => {
  if (!import.meta.env.PROD || !navigator.serviceWorker) return;
  // Refused by a browser that stores nothing: then the app needs its link, as any page.
  await navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  leaveWords();
  await tellAgain(me.id).catch(() => undefined);
};
