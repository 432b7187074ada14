import type { RingCard } from '../../../contract/consults.ts';
import type { EmergencyRing } from '../../../contract/emergency.ts';
import type { ReferralRing } from '../../../contract/referrals.ts';

type Shared = 'pageId' | 'urgency' | 'from' | 'fromDepartment' | 'patient' | 'dx' | 'desk' | 'rungAt';

/** What every ring has, whatever it is about. */
interface Common extends Pick<ReferralRing, Shared> {
  /** Of the case. */
  id: string;
  /** By when somebody has to answer; null is at once. */
  dueAt: string | null;
  /** Its page. */
  path: string;
  /** Somebody has to say yes or no; otherwise it is a reminder or an alarm, to be looked at. */
  asks: boolean;
  /** May make a sound; a badge otherwise. */
  loud: boolean;
}
/** With a limit, which may have passed. */
interface Limited extends Common {
  dueAt: string;
}
export type ConsultRing = Limited & { kind: 'consult'; card: RingCard };
export type ReferralRinging = Limited & { kind: 'referral'; card: ReferralRing };
export type EmergencyRinging = Common & { kind: 'emergency'; card: EmergencyRing };
export type Ringing = ConsultRing | ReferralRinging | EmergencyRinging;

const shared = (card: Pick<ReferralRing, Shared>): Pick<ReferralRing, Shared> => {
  const { pageId, urgency, from, fromDepartment, patient, dx, desk, rungAt } = card;
  return { pageId, urgency, from, fromDepartment, patient, dx, desk, rungAt };
};

export const ofConsult = (card: RingCard): ConsultRing => ({
  ...shared(card),
  dueAt: card.responseDueAt,
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
  ...shared(card),
  dueAt: card.dueAt,
  kind: 'referral',
  card,
  id: card.referralId,
  path: `/referrals/${card.referralId}`,
  asks: card.urgency !== 'routine' && !isAlarm(card),
  loud: card.urgency !== 'routine',
});

/** A center's team is called: as loud as a STAT, and nothing is awaited but the answer. */
export const ofEmergency = (card: EmergencyRing): EmergencyRinging => ({
  ...shared({ ...card, urgency: 'stat', dx: null }),
  dueAt: null,
  kind: 'emergency',
  card,
  id: card.emergencyId,
  path: `/emergencies/${card.emergencyId}`,
  asks: true,
  loud: true,
});

const heat: Readonly<Record<Ringing['urgency'], number>> = { stat: 0, urgent: 1, routine: 2 };
const limit = ({ dueAt, rungAt }: Ringing): number => Date.parse(dueAt ?? rungAt);

export const hottestFirst = (a: Ringing, b: Ringing): number => heat[a.urgency] - heat[b.urgency] || limit(a) - limit(b);
