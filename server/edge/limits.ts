import { RateLimiterMemory } from 'rate-limiter-flexible';
import { refuse } from '../../contract/refusal.ts';
import type { Actor } from './actor.ts';

/** Requests a minute: one person's pages stay far below it, a runaway script does not. Strangers share one budget per address. */
const PER_PERSON = 1_200;
const PER_ADDRESS = 300;

export interface Limits {
  /** Refuses `tooMany` when the caller's budget for this minute is used up. */
  spend(actor: Actor, address: string): Promise<void>;
}

export const openLimits = (): Limits => {
  const person = new RateLimiterMemory({ points: PER_PERSON, duration: 60 });
  const stranger = new RateLimiterMemory({ points: PER_ADDRESS, duration: 60 });
  return {
    async spend(actor, address) {
      const budget = actor.kind === 'person' ? person.consume(actor.id) : stranger.consume(address);
      await budget.catch(() => refuse('tooMany', 'rate', 'Too many requests; wait a minute'));
    },
  };
};
