import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';
import type { Audience } from '../edge/ctx.ts';
import type { Who } from '../edge/who.ts';
import type { Lockout } from './lockout.ts';

/** What the handlers of sign-in share. */
export interface Parts {
  /** Outside any request's transaction: what must stand although the request is refused. */
  db: Tx;
  cipher: Cipher;
  jwtSecret: string;
  who: Who;
  /** Makes the next request of this person ask the database who they are. */
  forget(whose: { personId: string }): void;
  /** Cuts open lines. */
  cut(whose: Audience): void;
  lockout: Lockout;
}
