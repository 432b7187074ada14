import type { Target } from './targets.ts';

/** Minutes left at which a target is called out; 0: it has run out. */
const CALLS = [10, 5, 2, 1, 0] as const;
const MINUTE_MS = 60_000;

/** What is to be called out between two looks at the clock; of several that passed meanwhile the last. Null: nothing. */
export const callBetween = (beforeMs: number, leftMs: number): number | null =>
  CALLS.findLast((minutes) => beforeMs > minutes * MINUTE_MS && leftMs <= minutes * MINUTE_MS) ?? null;

/** One that nobody has cleared is not called out: nobody is to be hurried into a lysis (domain §0.8). */
export const spokenOf = (target: Target | undefined): Target | null => (target && !target.unchecked ? target : null);
