import { RateLimiterMemory } from 'rate-limiter-flexible';
import { refuse } from '../../contract/refusal.ts';

/** Failures in a quarter of an hour before the door stays shut for the rest of it. */
const PER_ACCOUNT = 5;
/** From whatever addresses: a guesser with many of them. High enough that nobody can lock a colleague out by a few tries. */
const PER_ACCOUNT_ANYWHERE = 30;
/** A hospital is one address for everybody in it. */
const PER_ADDRESS = 50;
const WINDOW_S = 15 * 60;

export interface Attempt {
  account: string;
  address: string;
}

export interface Lockout {
  /** Counts before the password is looked at, so that guesses sent together gain nothing; refuses `tooMany`. */
  attempt(by: Attempt): Promise<void>;
  /** Takes the attempt back: it was no wrong guess. */
  forgive(by: Attempt): Promise<void>;
  /** The right password: earlier slips of the finger are forgotten. */
  clear(by: Attempt): Promise<void>;
}

export const openLockout = (): Lockout => {
  const account = new RateLimiterMemory({ keyPrefix: 'account', points: PER_ACCOUNT, duration: WINDOW_S });
  const address = new RateLimiterMemory({ keyPrefix: 'address', points: PER_ADDRESS, duration: WINDOW_S });
  const anywhere = new RateLimiterMemory({ keyPrefix: 'anywhere', points: PER_ACCOUNT_ANYWHERE, duration: WINDOW_S });
  const name = (by: Attempt) => by.account.toLowerCase();
  const key = (by: Attempt) => `${name(by)} ${by.address}`;
  return {
    async attempt(by) {
      await Promise.all([account.consume(key(by)), anywhere.consume(name(by)), address.consume(by.address)]).catch(() =>
        refuse('tooMany', 'login.locked', 'Too many failed attempts; try again in 15 minutes'),
      );
    },
    async forgive(by) {
      await Promise.all([account.reward(key(by)), anywhere.reward(name(by)), address.reward(by.address)]);
    },
    async clear(by) {
      await Promise.all([account.delete(key(by)), anywhere.delete(name(by)), address.reward(by.address)]);
    },
  };
};
