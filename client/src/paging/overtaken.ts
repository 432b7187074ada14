import type { Consult } from '../../../contract/consults.ts';
import type { Emergency } from '../../../contract/emergency.ts';
import type { Referral } from '../../../contract/referrals.ts';
import { serverNow } from '../lib/clock.ts';

/** Somebody else was faster, or the reader themselves on another device. */
export interface Overtaken {
  kind: 'consult' | 'referral' | 'emergency';
  /** Of the case. */
  id: string;
  mine: boolean;
  name: string | null;
  seconds: number | null;
}

/** Where the case is. */
export const PATHS = { consult: '/consults', referral: '/referrals', emergency: '/emergencies' } as const;

const since = (at: string | null | undefined): number | null =>
  at ? Math.max(1, Math.round((serverNow() - Date.parse(at)) / 1000)) : null;

/** Whose the consult is now; null is a case that the reader may no longer see. */
export const byConsult = (id: string, now: Consult | null, me: string): Overtaken => ({
  kind: 'consult',
  id,
  mine: now?.consultant?.id === me,
  name: now?.consultant?.name ?? null,
  seconds: since(now?.acceptedAt),
});

/** Who said yes for one of the reader's hospitals, or anywhere. */
export const byReferral = (id: string, now: Referral | null, me: string): Overtaken => {
  const offer = now?.offers.find(({ status }) => status === 'accepted');
  return {
    kind: 'referral',
    id,
    mine: offer?.decidedBy?.id === me,
    name: offer?.decidedBy?.name ?? null,
    seconds: since(offer?.decidedAt),
  };
};

const answers = (now: Emergency | null) => now?.steps.filter(({ verb }) => verb === 'answer') ?? [];

/** A team is never full: it no longer rings because the case is over, or because the reader has answered already. */
export const byEmergency = (id: string, now: Emergency | null, me: string): Overtaken => {
  const own = answers(now).find(({ person }) => person?.id === me);
  return { kind: 'emergency', id, mine: own !== undefined, name: own?.person?.name ?? null, seconds: since(own?.at) };
};
