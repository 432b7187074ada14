import type { ReferralVerb } from '../../../../contract/referralSteps.ts';
import type { Referral } from '../../../../contract/referrals.ts';

/** Verbs that a person may have; the others are the clock's, or facts of the referral that leads home. */
export type PersonVerb = Exclude<ReferralVerb, 'offerDown' | 'fallBack' | 'comeHome' | 'expire'>;

export type Form =
  | 'direct'
  | 'send'
  | 'note'
  | 'reject'
  | 'destination'
  | 'arrange'
  | 'depart'
  | 'arrive'
  | 'admit'
  | 'discharge'
  | 'summary'
  | 'divert'
  | 'death';
interface Plan {
  form: Form;
  /** Its note: what it asks for; absent when it has none. */
  note?: 'must' | 'may';
  /** It ends or undoes something: it stands apart, and its button is red. */
  grave?: true;
}

/** How each verb of the machine is pressed. */
export const PLANS: Readonly<Record<PersonVerb, Plan>> = {
  submit: { form: 'send' },
  send: { form: 'send' },
  approve: { form: 'note', note: 'may' },
  sendBack: { form: 'note', note: 'must' },
  receive: { form: 'direct' },
  accept: { form: 'note', note: 'may' },
  reject: { form: 'reject' },
  turnDown: { form: 'reject' },
  revoke: { form: 'reject', grave: true },
  reroute: { form: 'destination', note: 'may' },
  offerAlso: { form: 'destination' },
  arrange: { form: 'arrange' },
  depart: { form: 'depart' },
  arrive: { form: 'arrive' },
  noShow: { form: 'note', note: 'may', grave: true },
  settle: { form: 'note', note: 'must' },
  admit: { form: 'admit' },
  discharge: { form: 'discharge' },
  returnSummary: { form: 'summary' },
  confirm: { form: 'note', note: 'may' },
  followUp: { form: 'note', note: 'must' },
  close: { form: 'note', note: 'may' },
  die: { form: 'death', note: 'must', grave: true },
  divert: { form: 'divert', note: 'must', grave: true },
  turnBack: { form: 'note', note: 'must', grave: true },
  giveUp: { form: 'note', note: 'must', grave: true },
  cancel: { form: 'note', note: 'must', grave: true },
};

export const isPersonVerb = (verb: ReferralVerb): verb is PersonVerb => Object.hasOwn(PLANS, verb);

/** The verbs that move it on, the nearest first. */
const ONWARD: readonly PersonVerb[] = [
  ...(['send', 'submit', 'approve', 'accept', 'reroute', 'arrange', 'depart', 'arrive'] as const),
  ...(['admit', 'discharge', 'returnSummary', 'confirm', 'followUp', 'close', 'settle'] as const),
];

type Standing = Pick<Referral, 'can' | 'status' | 'arrangement'>;
/** What has been arranged may be arranged otherwise, but that moves nothing; whoever did not come is expected anew. */
const moves = (verb: PersonVerb, { arrangement, status }: Standing): boolean =>
  verb !== 'arrange' || arrangement === null || status === 'noShow';

/** The one filled button: the verb that moves the referral on; null when the reader has none. */
export const primaryOf = (referral: Standing): PersonVerb | null =>
  ONWARD.find((verb) => referral.can.includes(verb) && moves(verb, referral)) ?? null;

/** The others, and apart from them those that end or undo something. */
export const restOf = (referral: Standing): { plain: PersonVerb[]; grave: PersonVerb[] } => {
  const primary = primaryOf(referral);
  const rest = referral.can.filter(isPersonVerb).filter((verb) => verb !== primary);
  return { plain: rest.filter((verb) => !PLANS[verb].grave), grave: rest.filter((verb) => PLANS[verb].grave) };
};
