import type { z } from 'zod';
import type { Referral as View } from '../../contract/referrals.ts';
import type { ReferralStep } from '../db/generated/client.ts';

type Times = z.input<typeof View>['times'];

/**
 * Seconds spent in each state, in the order in which they were first reached; together they are the whole until `until`.
 * What was told later than it happened (a departure) counts from its true time, but never before the step before it.
 */
export const timesOf = (steps: readonly Pick<ReferralStep, 'status' | 'at'>[], until: Date): Times => {
  const spent = new Map<ReferralStep['status'], number>();
  let since = steps[0]?.at.getTime() ?? until.getTime();
  for (const [at, { status }] of steps.entries()) {
    const next = Math.max(since, (steps[at + 1]?.at ?? until).getTime());
    spent.set(status, (spent.get(status) ?? 0) + (next - since) / 1000);
    since = next;
  }
  return [...spent].map(([status, seconds]) => ({ status, seconds }));
};
