import type { Referral } from '../../../../contract/referrals.ts';

const MINUTE_MS = 60_000;
type Told = Pick<Referral, 'sheet' | 'expectedAt'>;

/** When the patient should be there if the car leaves then; what was said before while the road is unknown. */
export const etaFrom = ({ sheet, expectedAt }: Told, leaving: number): string | null => {
  const minutes = sheet.transport?.routeMinutes;
  return minutes === undefined ? expectedAt : new Date(leaving + minutes * MINUTE_MS).toISOString();
};

/** What was said, while it still lies ahead; else reckoned by the road from now. */
export const etaAhead = (told: Told, now: number): string | null => {
  const said = told.expectedAt && Date.parse(told.expectedAt) > now ? told.expectedAt : null;
  return said ?? etaFrom({ ...told, expectedAt: null }, now);
};
