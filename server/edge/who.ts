import { Refusal } from '../../contract/refusal.ts';
import { type Actor, NOBODY } from './actor.ts';

/** Null without a token; refuses `unauthenticated` for one that is expired, forged, signed out or of a deactivated person. */
export type Who = (token: string | undefined) => Promise<Actor | null>;

/** The actor of a token at any door; a bad token makes a nobody, and `denied` says why. */
export const recognise = async (who: Who, token: string | undefined): Promise<{ actor: Actor; denied?: Refusal }> => {
  try {
    return { actor: (await who(token)) ?? NOBODY };
  } catch (error) {
    if (error instanceof Refusal) return { actor: NOBODY, denied: error };
    throw error;
  }
};
