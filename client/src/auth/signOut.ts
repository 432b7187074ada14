import { dropDevice } from '../lib/pushDevice.ts';
import { leave } from '../lib/refresh.ts';
import { signedOut } from '../lib/session.ts';
import { dropDrafts } from '../lib/storage.ts';

/** Leaves on this device at once, whatever the line; the server's session ends when it hears of it, with the next link at the latest. */
export const signOut = async (): Promise<void> => {
  await dropDrafts();
  await dropDevice().catch(() => undefined);
  await leave().catch(() => undefined);
  signedOut(null);
  // A new page: nothing of this person stays in memory.
  window.location.assign('/login');
};
