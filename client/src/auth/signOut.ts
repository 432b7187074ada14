import { auth as actions } from '../../../contract/auth.ts';
import { client } from '../lib/api.ts';
import { signedOut } from '../lib/session.ts';
import { dropDrafts } from '../lib/storage.ts';

const auth = client(actions, 'auth');

/** Leaves on this device at once, whatever the line; the server's session ends when it hears of it. */
export const signOut = async (): Promise<void> => {
  await dropDrafts();
  await auth.logout({}).catch(() => undefined);
  signedOut(null);
  // A new page: nothing of this person stays in memory.
  window.location.assign('/login');
};
