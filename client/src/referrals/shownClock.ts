import type { ReferralRow } from '../../../contract/referrals.ts';

type Timed = Pick<ReferralRow, 'status' | 'clock' | 'expectedAt'>;

/** On the road the reader wants the ETA, an estimate; once that is past, the limit by which somebody has to ask. */
export const shownClock = ({ status, clock, expectedAt }: Timed, now: number) => {
  if (!clock) return null;
  const awaited = status === 'departed' && expectedAt !== null && Date.parse(expectedAt) > now;
  return { startedAt: clock.startedAt, dueAt: awaited ? expectedAt : clock.dueAt, estimate: awaited };
};

export const isLate = ({ clock }: Pick<ReferralRow, 'clock'>, now: number): boolean =>
  clock !== null && Date.parse(clock.dueAt) < now;
