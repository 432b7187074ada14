import type { z } from 'zod';
import { ENDED, type ReferralStatus } from '../../contract/referralSteps.ts';
import type { ReferralClock } from '../../contract/referrals.ts';
import type { Agreement, Referral } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { reference } from '../reference/index.ts';
import { type ReferralLimits, ReferralOverrides, type ReferralTrack } from '../reference/shapes.ts';

/** What `referral.limits` keeps: the limits in force when it was sent, whatever reference or agreement say later. */
export type Limits = ReferralLimits & { version: string; track: ReferralTrack };

type Tracked = Pick<Referral, 'direction' | 'lane'>;
const trackOf = ({ direction, lane }: Tracked): ReferralTrack => {
  if (lane === 'green') return 'green';
  return direction === 'down' ? 'down' : 'elective';
};

/** The house's limits for this kind of referral, with what the pair's agreement says otherwise. */
export const limitsNow = async (
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  row: Tracked,
  agreement: Agreement | null,
): Promise<Limits> => {
  const { version, data } = await reference(db, 'referralLimits', now);
  const track = trackOf(row);
  const own = ReferralOverrides.parse(agreement?.referralLimits ?? {})[track];
  return { ...data[track], ...(own as Partial<ReferralLimits>), version: own ? `${version}+agreement` : version, track };
};

export const limitsOf = ({ limits }: Pick<Referral, 'limits'>): Limits => limits as unknown as Limits;

export const after = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000);

interface Running {
  name: z.infer<typeof ReferralClock>['name'];
  startedAt: Date;
  dueAt: Date;
}
interface AlarmAt {
  action: string;
  dueAt: Date;
}
/** What runs in a state: the clock people see and the deadlines the house keeps. */
export interface Plan {
  clock: Running | null;
  alarms: AlarmAt[];
}

/** States that close by themselves when nothing happens for days; a departed one never does. */
const STALE: readonly ReferralStatus[] = [
  'internalReview',
  'returned',
  'submitted',
  'received',
  'rejected',
  'accepted',
  'arranged',
  'noShow',
];

/** Closing by itself counts from the sending, or from the day the patient is expected. */
export const closingFrom = ({ submittedAt, createdAt, expectedAt }: Referral): Date => {
  const sent = submittedAt ?? createdAt;
  return expectedAt && expectedAt > sent ? expectedAt : sent;
};

const closing = (row: Referral, limits: Limits): AlarmAt[] => {
  if (!STALE.includes(row.status)) return [];
  const from = closingFrom(row);
  const expire = { action: 'expire', dueAt: after(from, limits.autoClose) };
  return row.closesAt ? [expire] : [{ action: 'announce', dueAt: after(from, limits.announceClose) }, expire];
};

/** Waiting for an answer: takeover by the desk, then reminders; a green lane also asks the next hospital. */
const waiting = (row: Referral, limits: Limits, now: Date): Plan => {
  const goesOn = row.clockName === 'accept' && row.clockStartedAt && row.clockDueAt;
  const startedAt = goesOn ? row.clockStartedAt! : now;
  const dueAt = goesOn ? row.clockDueAt! : after(now, limits.accept);
  const late = row.takenOver || row.toHospitalId === null ? 'remind' : 'takeOver';
  const reminders = limits.reminders.map((seconds) => ({ action: 'remind', dueAt: after(startedAt, seconds) }));
  const next = limits.offerNext === null ? [] : [{ action: 'offerNext', dueAt: after(now, limits.offerNext) }];
  const alarms = [{ action: late, dueAt }, ...reminders, ...next];
  return { clock: { name: 'accept', startedAt, dueAt }, alarms: alarms.filter(({ dueAt: at }) => at > now) };
};

const onTheRoad = (row: Referral, limits: Limits, now: Date): Plan => {
  const dueAt = row.expectedAt ?? after(now, limits.arrange);
  const alarms = [{ action: 'overdue', dueAt: after(dueAt, limits.overdueArrival) }];
  if (!row.acceptedAt && limits.offerNext !== null) alarms.push({ action: 'offerNext', dueAt: after(now, limits.offerNext) });
  return { clock: { name: 'arrive', startedAt: row.departedAt ?? now, dueAt }, alarms };
};

const SIMPLE: Partial<
  Record<
    ReferralStatus,
    [
      Running['name'],
      keyof Pick<Limits, 'review' | 'correct' | 'reroute' | 'arrange' | 'stay' | 'confirm' | 'localArrival' | 'close' | 'settle'>,
    ]
  >
> = {
  internalReview: ['review', 'review'],
  returned: ['correct', 'correct'],
  rejected: ['reroute', 'reroute'],
  accepted: ['arrange', 'arrange'],
  treated: ['discharge', 'stay'],
  summaryReturned: ['confirm', 'confirm'],
  downOffered: ['localArrival', 'localArrival'],
  followedUp: ['close', 'close'],
  noShow: ['settle', 'settle'],
  diverted: ['settle', 'settle'],
};

const reminded = (clock: Running): Plan => ({ clock, alarms: [{ action: 'remind', dueAt: clock.dueAt }] });

const running = (row: Referral, limits: Limits, now: Date): Plan => {
  const simple = SIMPLE[row.status];
  if (simple) return reminded({ name: simple[0], startedAt: now, dueAt: after(now, limits[simple[1]]) });
  switch (row.status) {
    case 'submitted':
    case 'received':
      return waiting(row, limits, now);
    case 'arranged':
      return reminded({ name: 'depart', startedAt: now, dueAt: row.expectedAt ?? after(now, limits.arrange) });
    case 'departed':
      return onTheRoad(row, limits, now);
    case 'arrived': {
      const name = row.direction === 'down' ? 'followUp' : 'admit';
      return reminded({ name, startedAt: row.arrivedAt ?? now, dueAt: after(row.arrivedAt ?? now, limits[name]) });
    }
    case 'discharged':
      return reminded({
        name: 'summary',
        startedAt: row.dischargedAt ?? now,
        dueAt: after(row.dischargedAt ?? now, limits.summary),
      });
    default:
      return { clock: null, alarms: [] };
  }
};

/** 补录: what a green lane left unwritten. */
const papers = ({ backfillStatus, backfillDueAt }: Referral, now: Date): AlarmAt[] =>
  backfillStatus === 'owed' && backfillDueAt && backfillDueAt > now ? [{ action: 'remindPapers', dueAt: backfillDueAt }] : [];

/** Clock and deadlines of the state that the row has just reached; a draft has none, and what is over neither. */
export const planOf = (row: Referral, now: Date): Plan => {
  if (row.status === 'draft' || ENDED.includes(row.status)) return { clock: null, alarms: [] };
  const limits = limitsOf(row);
  const { clock, alarms } = running(row, limits, now);
  return { clock, alarms: [...alarms, ...closing(row, limits), ...papers(row, now)] };
};
