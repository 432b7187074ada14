import { ENDED, type ReferralStatus } from '../../../../contract/referralSteps.ts';
import type { Referral } from '../../../../contract/referrals.ts';

export type StepName = 'submit' | 'receive' | 'arrange' | 'depart' | 'arrive' | 'admit' | 'summary' | 'followUp' | 'close';
/**
 * done: on record. now: where it stands. owed: passed over and still to come (a car that left before it was accepted).
 * later: not its time. unrecorded: passed over for good. stopped: where it ended short of the way. off: after that.
 */
export type StepState = 'done' | 'now' | 'owed' | 'later' | 'unrecorded' | 'stopped' | 'off';
export interface RailStep {
  name: StepName;
  state: StepState;
  at: string | null;
  by: string | null;
  /** Whose move it is. */
  side: 'sender' | 'receiver';
}

const UP: readonly StepName[] = ['submit', 'receive', 'arrange', 'depart', 'arrive', 'admit', 'summary', 'close'];
/** 下转: nobody sends a summary home from home. */
const DOWN: readonly StepName[] = ['submit', 'receive', 'arrange', 'depart', 'arrive', 'followUp', 'close'];

const WHERE: Partial<Record<ReferralStatus, StepName>> = {
  draft: 'submit',
  internalReview: 'submit',
  returned: 'submit',
  submitted: 'receive',
  received: 'receive',
  rejected: 'receive',
  accepted: 'arrange',
  arranged: 'depart',
  departed: 'arrive',
  noShow: 'arrive',
  diverted: 'arrive',
  arrived: 'admit',
  treated: 'summary',
  discharged: 'summary',
  summaryReturned: 'close',
  downOffered: 'close',
  followedUp: 'close',
};
const whereNow = ({ status, direction }: Referral): StepName | null =>
  status === 'arrived' && direction === 'down' ? 'followUp' : (WHERE[status] ?? null);

/** The lines of the history that put a step on record; the last one counts. */
const TOLD: Record<StepName, readonly string[]> = {
  submit: ['submit', 'send'],
  receive: ['accept'],
  arrange: ['arrange'],
  depart: ['depart'],
  arrive: ['arrive'],
  admit: ['admit'],
  summary: ['returnSummary'],
  followUp: ['followUp'],
  close: ['close', 'confirm', 'comeHome'],
};

/** Facts win over the history: an acceptance that was taken back is none. */
const FACTS: Partial<Record<StepName, (referral: Referral) => boolean>> = {
  submit: ({ status }) => WHERE[status] !== 'submit',
  receive: ({ accepted }) => accepted,
  arrange: ({ arrangement }) => arrangement !== null,
  arrive: ({ arrival }) => arrival !== null,
  admit: ({ admission }) => admission !== null,
  summary: ({ summary }) => summary !== null,
  close: ({ status }) => status === 'closed',
};

const sideOf = (name: StepName, { direction }: Referral): RailStep['side'] => {
  if (name === 'submit' || name === 'depart') return 'sender';
  return name === 'close' && direction !== 'down' ? 'sender' : 'receiver';
};

const told = (referral: Referral, name: StepName) => referral.timeline.findLast(({ verb }) => TOLD[name].includes(verb));
const isDone = (referral: Referral, name: StepName): boolean => FACTS[name]?.(referral) ?? told(referral, name) !== undefined;

interface Place {
  done: boolean;
  /** Steps from where it stands: negative before it. */
  from: number;
  ended: boolean;
  arrived: boolean;
}
const stateOf = ({ done, from, ended, arrived }: Place): StepState => {
  if (done) return 'done';
  if (ended && from >= 0) return from === 0 ? 'stopped' : 'off';
  if (from === 0) return 'now';
  if (from > 0) return 'later';
  return arrived || ended ? 'unrecorded' : 'owed';
};

/** Where the referral stands on its way, with what is on record and who is waited for. */
export const railOf = (referral: Referral): RailStep[] => {
  const names = referral.direction === 'down' ? DOWN : UP;
  const done = names.map((name) => isDone(referral, name));
  const ended = ENDED.includes(referral.status);
  const now = whereNow(referral);
  const here = now ? names.indexOf(now) : done.lastIndexOf(true) + 1;
  return names.map((name, at) => {
    const line = done[at] ? told(referral, name) : undefined;
    const state = stateOf({ done: done[at]!, from: at - here, ended, arrived: referral.arrival !== null });
    return { name, state, at: line?.at ?? null, by: line?.by ?? null, side: sideOf(name, referral) };
  });
};

/** How often a hospital said no on the way. */
export const refusals = ({ offers }: Pick<Referral, 'offers'>): number =>
  offers.filter(({ status }) => status === 'rejected').length;
