import type { Consult } from '../../../contract/consults.ts';
import type { Emergency } from '../../../contract/emergency.ts';
import type { Referral } from '../../../contract/referrals.ts';

type Word =
  | ('cancelled' | 'expired' | 'byPhone' | 'over' | 'stoodDown')
  | `${'elsewhere' | 'answered'}.${'consult' | 'referral' | 'emergency'}`;
/** How a ring ended, a key of `paging:ended`, and through whom. */
interface End {
  word: Word;
  name?: string | undefined;
}

/** How it ended, for whoever was being rung; null while others are still rung, which is no news to them. */
export const endOfConsult = (now: Consult | null, me: string): End | null => {
  if (now?.status === 'requested') return null;
  if (now?.status === 'cancelled' || now?.status === 'expired') return { word: now.status };
  const name = now?.consultant?.name;
  if (now?.answeredByPhone) return { word: 'byPhone', name };
  if (!now?.consultant) return { word: 'over' };
  return { word: now.consultant.id === me ? 'elsewhere.consult' : 'answered.consult', name };
};

/** As above; a hospital that has said no sees the case no more. */
export const endOfReferral = (now: Referral | null, me: string): End | null => {
  if (now?.status === 'cancelled' || now?.status === 'expired') return { word: now.status };
  const by = now?.offers.find(({ status }) => status === 'accepted')?.decidedBy;
  if (by) return { word: by.id === me ? 'elsewhere.referral' : 'answered.referral', name: by.name };
  return now?.offers.some(({ status }) => status === 'offered') ? null : { word: 'over' };
};

/** As above; a team goes on being called, so that only the reader's own answer or the end of the case is news. */
export const endOfEmergency = (now: Emergency | null, me: string): End | null => {
  if (now?.status === 'stoodDown') return { word: 'stoodDown' };
  if (now?.status !== 'active') return { word: 'over' };
  const own = now.team.find(({ person }) => person?.id === me);
  if (own) return own.status === 'answered' ? { word: 'elsewhere.emergency' } : null;
  const by = now.steps.findLast(({ verb }) => verb === 'answer')?.person;
  return by ? { word: by.id === me ? 'elsewhere.emergency' : 'answered.emergency', name: by.name } : { word: 'over' };
};
