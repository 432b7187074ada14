import { verbs } from '../../contract/kit.ts';
import { ENDED, type ReferralVerb, referralSteps } from '../../contract/referralSteps.ts';
import { type By, type Case, liveOffers } from './relations.ts';

type Fits = (row: Case) => boolean;
const green: Fits = ({ lane }) => lane === 'green';
const down: Fits = ({ direction }) => direction === 'down';
const onPlatform: Fits = ({ toHospitalId }) => toHospitalId !== null;
const unanswered: Fits = (row) => row.acceptedAt === null;
/** Another hospital is still asked, or the car is on the road: this "no" does not stop the referral. */
const goesOn: Fits = (row) => liveOffers(row).length > 1 || row.status === 'departed';

/** What the table of the machine cannot say: the lane, the direction, and how many hospitals are asked. */
const GUARDS: Partial<Record<ReferralVerb, Fits>> = {
  submit: (row) => !green(row) && !down(row),
  send: (row) => green(row) || down(row),
  accept: unanswered,
  reject: (row) => unanswered(row) && !goesOn(row),
  turnDown: (row) => unanswered(row) && goesOn(row),
  revoke: onPlatform,
  offerAlso: (row) => green(row) && unanswered(row),
  arrange: (row) => !unanswered(row),
  depart: (row) => green(row) || row.status === 'arranged',
  admit: (row) => !down(row),
  followUp: down,
};

export const fits = (verb: ReferralVerb, row: Case): boolean => GUARDS[verb]?.(row) ?? true;

/** The verbs open to somebody who stands in these relations, now. */
export const can = (row: Case, by: By): ReferralVerb[] =>
  ENDED.includes(row.status) ? [] : verbs(referralSteps, row.status, by).filter((verb) => fits(verb, row));
