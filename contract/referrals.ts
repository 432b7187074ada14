import { z } from 'zod';
import { Urgency } from './consults.ts';
import { HospitalRef, PersonRef } from './directory.ts';
import { Origin } from './emergencyOrigin.ts';
import { actions, ById, Id, Instant, Nothing, Paging, pageOf } from './kit.ts';
import { Place, Position } from './position.ts';
import { KnownPatient, PatientInput, PatientSketch, PatientView, Signature } from './records.ts';
import { ReferralFilter, ReferralSearch } from './referralFilter.ts';
import {
  Destination,
  Direction,
  Lane,
  Outside,
  RejectReason,
  Sheet,
  SheetField,
  VitalName,
  VitalRanges,
} from './referralSheet.ts';
import {
  BackfillStatus,
  HoldStatus,
  InfoStatus,
  OfferStatus,
  ReferralStatus,
  ReferralVerb,
  TransportStatus,
} from './referralSteps.ts';

const Note = z.string().trim().min(1).max(500);
const Count = z.number().int();
const CLINICIANS = ['doctor', 'specialist'] as const;
const ALL = ['doctor', 'specialist', 'coordinator'] as const;

/** The clock that runs in each state: what is owed, since when, by when. */
export const ReferralClock = z.object({
  name: z.enum([
    'review',
    'correct',
    'accept',
    'reroute',
    'arrange',
    'depart',
    'arrive',
    'admit',
    'discharge',
    'summary',
    'confirm',
    'localArrival',
    'followUp',
    'close',
    'settle',
  ]),
  startedAt: Instant,
  dueAt: Instant,
});
export type ReferralClock = z.infer<typeof ReferralClock>;

/** Whose turn it is: the doctors of a department or the desk (转诊中心) of one hospital, and a person if one has been named. */
export const Owner = z.object({
  hospital: HospitalRef,
  desk: z.boolean(),
  department: z.string().nullable(),
  person: PersonRef.nullable(),
});
export type Owner = z.infer<typeof Owner>;

/** A side of the referral; `id` null for a hospital off the platform. */
const End = z.object({
  hospital: HospitalRef.nullable(),
  outside: Outside.nullable(),
  department: z.object({ id: Id, name: z.string() }).nullable(),
  centerPhone: z.string(),
  dutyPhone: z.string(),
});

export const OfferView = z.object({
  id: Id,
  hospital: HospitalRef.nullable(),
  outside: Outside.nullable(),
  department: z.string().nullable(),
  status: OfferStatus,
  offeredAt: Instant,
  dueAt: Instant,
  decidedAt: Instant.nullable(),
  decidedBy: PersonRef.nullable(),
  reason: RejectReason.nullable(),
  note: z.string().nullable(),
});
export const InfoView = z.object({
  id: Id,
  status: InfoStatus,
  question: z.string(),
  askedBy: PersonRef,
  askedAt: Instant,
  dueAt: Instant,
  answer: z.string().nullable(),
  answeredBy: PersonRef.nullable(),
  answeredAt: Instant.nullable(),
});
export const HoldView = z.object({
  id: Id,
  bed: z.string(),
  department: z.string(),
  status: HoldStatus,
  until: Instant,
});
export const TransportView = z.object({
  status: TransportStatus,
  readyAt: Instant.nullable(),
  /** The last place the car told, degrees WGS 84. */
  position: Position.nullable(),
});
/** 出院小结. */
export const SummaryBody = z.object({
  diagnosis: z.string().trim().min(1).max(1000),
  course: z.string().trim().min(1).max(4000),
  procedures: z.string().trim().max(1000).default(''),
  condition: z.enum(['cured', 'improved', 'unchanged', 'worse', 'died', 'selfDischarged']),
  medication: z.string().trim().max(2000).default(''),
  advice: z.string().trim().min(1).max(2000),
});
export type SummaryBody = z.infer<typeof SummaryBody>;

const Step = z.object({
  at: Instant,
  verb: z.string(),
  by: z.string().nullable(),
  hospital: z.string().nullable(),
  note: z.string().nullable(),
});

export const ReferralRow = z.object({
  id: Id,
  referralNo: z.string(),
  status: ReferralStatus,
  direction: Direction,
  lane: Lane,
  urgency: Urgency,
  patient: PatientView.pick({ known: true, name: true, sex: true, birthDate: true, approximateAge: true }),
  dx: z.string().nullable(),
  from: HospitalRef,
  fromDepartment: z.string(),
  /** Null while no hospital has been chosen, or for one off the platform, which `outside` names. */
  to: HospitalRef.nullable(),
  toDepartment: z.string().nullable(),
  outside: z.string().nullable(),
  owner: Owner.nullable(),
  mine: z.boolean(),
  clock: ReferralClock.nullable(),
  /** ETA, once it is known. */
  expectedAt: Instant.nullable(),
  accepted: z.boolean(),
  submittedAt: Instant.nullable(),
  createdAt: Instant,
  can: z.array(ReferralVerb),
});
export type ReferralRow = z.infer<typeof ReferralRow>;

export const Referral = ReferralRow.omit({
  from: true,
  fromDepartment: true,
  to: true,
  toDepartment: true,
  outside: true,
  patient: true,
  dx: true,
}).extend({
  version: Count,
  /** `party` stands in a relation to it; `glass` broke the glass and may only read. */
  sight: z.enum(['party', 'glass']),
  sightUntil: Instant.nullable(),
  patientId: Id,
  patient: PatientView,
  consultId: Id.nullable(),
  emergency: Origin.nullable(),
  /** The 上转 that this 下转 leads home, and the other way round. */
  originId: Id.nullable(),
  homeId: Id.nullable(),
  refiledFromId: Id.nullable(),
  from: End,
  to: End,
  referrer: PersonRef,
  sheet: Sheet,
  owed: z.array(SheetField),
  lacking: z.array(SheetField),
  warnings: z.array(z.object({ vital: VitalName, finding: z.enum(['impossible', 'unusual']) })),
  /** Litres for the road with twofold reserve; null while unknown. */
  oxygenNeeded: z.number().nullable(),
  /** May still be rewritten by the sender: drafts, returned ones, a green lane for its first minutes or while something is owed. */
  editable: z.boolean(),
  offers: z.array(OfferView),
  infos: z.array(InfoView),
  hold: HoldView.nullable(),
  transport: TransportView,
  backfill: z.object({ status: BackfillStatus, dueAt: Instant, doneAt: Instant.nullable() }).nullable(),
  arrangement: z
    .object({
      attending: z.string().nullable(),
      place: z.string().nullable(),
      message: z.string().nullable(),
      /** 预约码: shown as QR at the receiving desk. */
      code: z.string(),
    })
    .nullable(),
  arrival: z.object({ at: Instant, side: z.enum(['sender', 'receiver']), evidence: z.string().nullable() }).nullable(),
  admission: z.object({ at: Instant, way: z.string().nullable(), department: z.string().nullable() }).nullable(),
  dischargedAt: Instant.nullable(),
  summary: SummaryBody.extend({ signature: Signature }).nullable(),
  /** When it closes by itself unless somebody moves it; announced before. */
  closesAt: Instant.nullable(),
  note: z.string().nullable(),
  /** Other open referrals of the same person that the reader may open. */
  alsoOpen: z.array(z.object({ id: Id, referralNo: z.string(), status: ReferralStatus })),
  timeline: z.array(Step),
  /** Seconds spent in each state so far; they add up to the whole. */
  times: z.array(z.object({ status: ReferralStatus, seconds: z.number() })),
  createdAt: Instant,
});
export type Referral = z.infer<typeof Referral>;

/** What rings at the receiving hospital for a green lane: no name, and a telephone. */
export const ReferralRing = z.object({
  pageId: Id,
  referralId: Id,
  referralNo: z.string(),
  urgency: Urgency,
  desk: z.boolean(),
  patient: PatientSketch,
  dx: z.string().nullable(),
  from: HospitalRef,
  fromDepartment: z.string(),
  referrer: PersonRef,
  callbackPhone: z.string().nullable(),
  departed: z.boolean(),
  expectedAt: Instant.nullable(),
  rungAt: Instant,
  dueAt: Instant,
});
export type ReferralRing = z.infer<typeof ReferralRing>;

const verb = <const P extends string, const W extends readonly (typeof ALL)[number][], I extends z.ZodRawShape>(
  path: P,
  who: W,
  input: I,
) => ({ http: `POST /referrals/:id/${path}` as const, who, input: ById.extend(input), output: Referral });

export const referrals = actions({
  /** A draft, prefilled from the consult or the case of a center it comes from, from the 上转 it leads home, or from one that has ended and is filed again. */
  start: {
    http: 'POST /referrals',
    who: CLINICIANS,
    input: z.object({
      direction: Direction,
      lane: Lane.default('elective'),
      from: z.union([
        z.object({ consultId: Id }),
        /** `sheet`: what the page of the case says of it, in words. */
        z.object({ emergencyId: Id, sheet: Sheet.pick({ dx: true, presentIllness: true }).default({}) }),
        z.object({ originId: Id }),
        z.object({ refileId: Id }),
        z.object({ patient: PatientInput }),
      ]),
      fromHospitalId: Id.optional(),
    }),
    output: Referral,
  },
  /** Keeps what has been written so far; refuses `conflict` when somebody else has written meanwhile. */
  write: {
    http: 'PATCH /referrals/:id',
    who: ALL,
    input: ById.extend({
      version: Count,
      lane: Lane.optional(),
      urgency: Urgency.optional(),
      destination: Destination.nullable().optional(),
      patient: KnownPatient.optional(),
      sheet: Sheet.optional(),
    }),
    output: Referral,
  },
  read: { http: 'GET /referrals/:id', who: ALL, input: ById, output: Referral },
  list: { http: 'GET /referrals', who: ALL, input: Paging.extend(ReferralFilter.shape), output: pageOf(ReferralRow) },
  /** As `list`, of one number or name. */
  find: {
    http: 'POST /referrals/find',
    who: ALL,
    input: Paging.extend({ ...ReferralFilter.shape, search: ReferralSearch }),
    output: pageOf(ReferralRow),
  },
  /** How many wait where, for the board's columns and the badges. */
  counts: {
    http: 'GET /referrals/counts',
    who: ALL,
    input: Nothing,
    output: z.object({ mine: Count, late: Count, lost: Count, statuses: z.partialRecord(ReferralStatus, Count) }),
  },
  ringing: { http: 'GET /referrals/ringing', who: ALL, input: Nothing, output: z.object({ items: z.array(ReferralRing) }) },
  /** The versioned rules behind forms and clocks: 质控参考,不替代临床判断. */
  rules: {
    http: 'GET /referrals/rules',
    who: 'signedIn',
    input: Nothing,
    output: z.object({ limitsVersion: z.string(), vitalsVersion: z.string(), vitals: VitalRanges }),
  },
  /** Departments the caller's hospital may refer to in this direction under an agreement in force. */
  destinations: {
    http: 'GET /referrals/destinations',
    who: ALL,
    input: z.object({ direction: Direction, fromHospitalId: Id.optional() }),
    output: z.object({
      items: z.array(
        z.object({
          hospital: HospitalRef.extend({ city: z.string(), centerPhone: z.string() }),
          departments: z.array(
            z.object({ id: Id, name: z.string(), code: z.string(), freeBeds: Count.nullable(), bedsAt: Instant.nullable() }),
          ),
        }),
      ),
    }),
  },
  submit: verb('submit', CLINICIANS, { version: Count }),
  approve: verb('approve', ['coordinator'], { note: Note.optional() }),
  sendBack: verb('send-back', ['coordinator'], { note: Note }),
  receive: verb('receive', ALL, {}),
  /** Of a hospital off the platform the sender says who accepted by telephone. */
  accept: verb('accept', ALL, { note: Note.optional() }),
  /** Whoever has said no sees the case no longer. */
  reject: { ...verb('reject', ALL, { reason: RejectReason, note: Note.optional() }), output: Nothing },
  revoke: { ...verb('revoke', ['coordinator'], { reason: RejectReason, note: Note }), output: Nothing },
  reroute: verb('reroute', ALL, { destination: Destination, note: Note.optional() }),
  /** Green lane: one more hospital is asked beside the others. */
  offerAlso: verb('offers', ALL, { destination: Destination }),
  askInfo: verb('infos', ALL, { question: Note }),
  answerInfo: verb('infos/:infoId/answer', ALL, { infoId: Id, answer: z.string().trim().min(1).max(2000) }),
  withdrawInfo: verb('infos/:infoId/withdraw', ALL, { infoId: Id }),
  arrange: verb('arrange', ALL, {
    bedId: Id.optional(),
    attending: z.string().trim().max(60).optional(),
    place: z.string().trim().max(200).optional(),
    message: z.string().trim().max(1000).optional(),
    expectedAt: Instant,
  }),
  ready: verb('ready', ALL, {}),
  depart: verb('depart', ALL, { at: Instant.optional(), expectedAt: Instant.optional() }),
  position: verb('position', ALL, Place.shape),
  expect: verb('expect', ALL, { expectedAt: Instant }),
  arrive: verb('arrive', ALL, { at: Instant.optional(), evidence: Note.optional(), code: z.string().trim().max(20).optional() }),
  noShow: verb('no-show', ALL, { note: Note.optional() }),
  settle: verb('settle', ALL, { note: Note }),
  admit: verb('admit', ALL, {
    way: z.enum(['inpatient', 'icu', 'observation', 'outpatient']),
    department: z.string().trim().max(60).optional(),
  }),
  discharge: verb('discharge', ALL, { at: Instant }),
  returnSummary: verb('summary', CLINICIANS, { summary: SummaryBody }),
  confirm: verb('confirm', ALL, { note: Note.optional() }),
  followUp: verb('follow-up', ALL, { note: Note }),
  close: verb('close', ALL, { note: Note.optional() }),
  die: verb('die', ALL, { at: Instant.optional(), note: Note }),
  divert: verb('divert', ALL, { to: Outside, note: Note }),
  turnBack: verb('turn-back', ALL, { note: Note }),
  giveUp: verb('give-up', ALL, { note: Note }),
  cancel: verb('cancel', ALL, { note: Note }),
  /** Names who does it, within the owner's department or desk; null gives it back to all of them. */
  assign: verb('assign', ALL, { personId: Id.nullable() }),
  /** A line to the doctors of both sides. */
  say: verb('say', ALL, { text: Note }),
  /** Opens a case one stands in no relation to, for an hour: says why, both sides are told, and the audit log keeps it. */
  breakGlass: {
    http: 'POST /referrals/:id/break-glass',
    who: ALL,
    input: ById.extend({ reason: z.string().trim().min(8).max(500) }),
    output: Nothing,
  },
  takeOver: { job: true, who: 'clock', input: ById, output: Nothing },
  offerNext: { job: true, who: 'clock', input: ById, output: Nothing },
  remind: { job: true, who: 'clock', input: ById, output: Nothing },
  overdue: { job: true, who: 'clock', input: ById, output: Nothing },
  announce: { job: true, who: 'clock', input: ById, output: Nothing },
  expire: { job: true, who: 'clock', input: ById, output: Nothing },
  remindInfo: { job: true, who: 'clock', input: ById, output: Nothing },
  remindPapers: { job: true, who: 'clock', input: ById, output: Nothing },
  releaseBed: { job: true, who: 'clock', input: ById, output: Nothing },
});

export const referralEvents = { 'referral.changed': z.object({ id: Id, status: ReferralStatus }) };
