import type { RingCard } from '../../../contract/consults.ts';
import type { ReferralRing } from '../../../contract/referrals.ts';

type Shared = 'pageId' | 'urgency' | 'from' | 'fromDepartment' | 'patient' | 'dx' | 'desk' | 'rungAt' | 'dueAt';

/** What every ring has, whatever it is about. */
interface Common extends Pick<ReferralRing, Shared> {
  /** Of the case. */
  id: string;
  /** Its page. */
  path: string;
  /** Somebody has to say yes or no; otherwise it is a reminder or an alarm, to be looked at. */
  asks: boolean;
  /** May make a sound; a badge otherwise. */
  loud: boolean;
}
export type ConsultRing = Common & { kind: 'consult'; card: RingCard };
export type ReferralRinging = Common & { kind: 'referral'; card: ReferralRing };
export type Ringing = ConsultRing | ReferralRinging;

const shared = (card: Pick<ReferralRing, Exclude<Shared, 'dueAt'>>, dueAt: string): Pick<ReferralRing, Shared> => {
  const { pageId, urgency, from, fromDepartment, patient, dx, desk, rungAt } = card;
  return { pageId, urgency, from, fromDepartment, patient, dx, desk, rungAt, dueAt };
};

export const ofConsult = (card: RingCard): ConsultRing => ({
  ...shared(card, card.responseDueAt),
  kind: 'consult',
  card,
  id: card.consultId,
  path: `/consults/${card.consultId}`,
  asks: card.can.length > 0,
  loud: card.urgency !== 'routine' && card.can.length > 0,
});

/** What rings only after its limit has passed is no question: the patient should have been there. */
const isAlarm = ({ rungAt, dueAt }: ReferralRing): boolean => Date.parse(rungAt) >= Date.parse(dueAt);

export const ofReferral = (card: ReferralRing): ReferralRinging => ({
  ...shared(card, card.dueAt),
  kind: 'referral',
  card,
  id: card.referralId,
  path: `/referrals/${card.referralId}`,
  asks: card.urgency !== 'routine' && !isAlarm(card),
  loud: card.urgency !== 'routine',
});

const heat: Readonly<Record<Ringing['urgency'], number>> = { stat: 0, urgent: 1, routine: 2 };

export const hottestFirst = (a: Ringing, b: Ringing): number =>
  heat[a.urgency] - heat[b.urgency] || Date.parse(a.dueAt) - Date.parse(b.dueAt);
