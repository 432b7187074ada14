import type { Actor } from './actor.ts';

/** Who an access token speaks for, and until when. */
export interface Identity {
  actor: Actor;
  expiresAt: Date;
}

/** Null without a token; refuses `unauthenticated` for one that is expired, forged or of a deactivated person. */
export type Who = (token: string | undefined) => Promise<Identity | null>;
