import { z } from 'zod';
import { HospitalRef, PersonRef } from './directory.ts';
import { MetricValue } from './emergencyMetrics.ts';
import { Center, Flag, NodeCode, Precision, StampSource } from './emergencyNodes.ts';
import { Road } from './emergencyRoad.ts';
import { EmergencyRules } from './emergencyRules.ts';
import { EmergencyOutcome, EmergencyStatus, EmergencyVerb } from './emergencySteps.ts';
import { actions, ById, Id, Instant, Nothing, Paging, pageOf } from './kit.ts';
import { Place } from './position.ts';
import { PatientInput, PatientSketch, PatientView, Phone } from './records.ts';
import { ScoreKind } from './scores/index.ts';

const TEAM = ['doctor', 'specialist', 'coordinator'] as const;
const Text = (most: number) => z.string().trim().max(most);
/** How far a device's clock is ahead of the server's, in milliseconds; times are corrected by it and it is kept. */
const Offset = z.number().int().min(-86_400_000).max(86_400_000).default(0);

/** A stamp as a device made it, with a link or without; sent again it is the same stamp. */
export const Stamp = z.object({
  id: Id,
  node: NodeCode,
  /** By the clock of the device; null takes back the stamp that it supersedes. */
  at: Instant.nullable(),
  offsetMs: Offset,
  source: StampSource.exclude(['platform']).default('manual'),
  precision: Precision.default('exact'),
  /** What was measured at a node that has a value, such as the temperature on admission. */
  value: z.number().min(-100).max(10_000).optional(),
  /** The stamp that this one corrects or takes back. */
  supersedes: Id.optional(),
  reason: Text(200).min(1).optional(),
  /** Whose print the time was read from: its registered offset corrects it, in place of the device's. */
  instrumentId: Id.optional(),
});
export type Stamp = z.output<typeof Stamp>;

/** One row of the trail of a node; the one that is shown is named by the case. */
export const Timepoint = z.object({
  id: Id,
  node: NodeCode,
  at: Instant.nullable(),
  offsetMs: z.number().int(),
  source: StampSource,
  precision: Precision,
  value: z.number().nullable(),
  recorder: PersonRef.nullable(),
  recordedAt: Instant,
  /** Written down long after it happened. */
  late: z.boolean(),
  supersedes: Id.nullable(),
  reason: z.string().nullable(),
  /** The instrument whose clock it was read from. */
  instrument: z.string().nullable(),
});
export type Timepoint = z.infer<typeof Timepoint>;

/** A score as it was worked out then, with the printing of the score that was used. */
export const ScoreView = z.object({
  id: Id,
  kind: ScoreKind,
  version: z.string(),
  /** Null where the score gives none: not testable, or too much missing. */
  total: z.number().nullable(),
  band: z.string().nullable(),
  by: PersonRef,
  at: Instant,
});
export type ScoreView = z.infer<typeof ScoreView>;

/** One of the team: who was rung, and whether they come. */
export const TeamMember = z.object({
  person: PersonRef.nullable(),
  hospital: HospitalRef,
  line: z.union([z.literal(1), z.literal(2)]).nullable(),
  status: z.enum(['ringing', 'answered', 'declined', 'passedOn', 'stopped']),
  rungAt: Instant,
});

/** A duty line, or the 24 h desk where no department is named. */
const DutyPhone = z.object({ hospital: HospitalRef, department: z.string().nullable(), phone: z.string() });

export const EmergencyRow = z.object({
  id: Id,
  emergencyNo: z.string(),
  center: Center,
  status: EmergencyStatus,
  patient: PatientSketch,
  bed: z.string().nullable(),
  from: HospitalRef,
  to: HospitalRef.nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** The most pressing target that still runs. */
  next: z.object({ code: z.string(), dueAt: Instant }).nullable(),
  answered: z.number().int(),
  /** While the ambulance is on the road; null otherwise. */
  road: Road.nullable(),
});
export type EmergencyRow = z.infer<typeof EmergencyRow>;

export const Emergency = EmergencyRow.omit({ patient: true }).extend({
  patient: PatientView,
  activator: PersonRef,
  callbackPhone: z.string().nullable(),
  arrivalMode: z.string().nullable(),
  flags: z.array(Flag),
  rulesVersion: z.string(),
  timepoints: z.array(Timepoint),
  /** The shown stamp of each node that has one. */
  shown: z.array(Id),
  metrics: z.array(MetricValue),
  gaps: z.array(NodeCode),
  completeness: z.object({ recorded: z.number().int(), required: z.number().int() }),
  scores: z.array(ScoreView),
  team: z.array(TeamMember),
  /** What to dial while nobody has answered. */
  phones: z.array(DutyPhone),
  outcome: EmergencyOutcome.nullable(),
  note: z.string().nullable(),
  review: z.object({ by: PersonRef, at: Instant, note: z.string() }).nullable(),
  steps: z.array(z.object({ verb: z.string(), person: PersonRef.nullable(), at: Instant, note: z.string().nullable() })),
  can: z.array(EmergencyVerb),
  /** Until the month of the case is locked. */
  mayStamp: z.boolean(),
  version: z.number().int(),
});
export type Emergency = z.infer<typeof Emergency>;

/** What rings: no name, and a telephone. */
export const EmergencyRing = EmergencyRow.pick({ emergencyNo: true, center: true, patient: true, from: true, road: true }).extend(
  {
    pageId: Id,
    emergencyId: Id,
    desk: z.boolean(),
    fromDepartment: z.string(),
    activator: PersonRef,
    callbackPhone: z.string().nullable(),
    /** Of the department that calls: it is answered when the one who called has both hands full. */
    dutyPhone: z.string(),
    rungAt: Instant,
  },
);
export type EmergencyRing = z.infer<typeof EmergencyRing>;

/** A center of a hospital of one's own: whom a tap calls, and the numbers that are kept for when there is no link. */
export const CenterView = z.object({
  center: Center,
  hospital: HospitalRef,
  department: z.string(),
  partner: z.object({ hospital: HospitalRef, department: z.string() }).nullable(),
  phones: z.array(DutyPhone),
});
export type CenterView = z.infer<typeof CenterView>;

const verb = <const P extends string, I extends z.ZodRawShape>(path: P, input: I) => ({
  http: `POST /emergencies/:id/${path}` as const,
  who: TEAM,
  input: ById.extend(input),
  output: Emergency,
});

export const emergency = actions({
  /** The centers that the asker's hospitals run. */
  centers: { http: 'GET /emergency-centers', who: TEAM, input: Nothing, output: z.object({ items: z.array(CenterView) }) },
  rules: {
    http: 'GET /emergency-rules',
    who: 'signedIn',
    input: Nothing,
    output: z.object({ version: z.string(), source: z.string(), rules: EmergencyRules }),
  },
  /** 一键启动: case, team call and countdowns at once. The id is the caller's, so that one made without a link is sent once. */
  activate: {
    http: 'POST /emergencies',
    who: ['doctor', 'coordinator'],
    input: z.object({
      id: Id,
      center: Center,
      hospitalId: Id,
      patient: PatientInput.default({ known: false, sex: 'unknown' }),
      bed: Text(20).optional(),
      callbackPhone: Phone.optional(),
      arrivalMode: z.enum(['ambulance', 'walkIn', 'inHospital', 'transferIn']).optional(),
      /** When the button was pressed, by the device's clock. */
      at: Instant,
      offsetMs: Offset,
      flags: z.array(Flag).max(20).default([]),
      /** 上车即入院: called from the ambulance, and expected then, by the device's clock. */
      etaAt: Instant.optional(),
    }),
    output: Emergency,
  },
  read: { http: 'GET /emergencies/:id', who: TEAM, input: ById, output: Emergency },
  list: {
    http: 'GET /emergencies',
    who: TEAM,
    input: Paging.extend({ box: z.enum(['active', 'review', 'done']).default('active'), center: Center.optional() }),
    output: pageOf(EmergencyRow),
  },
  ringing: {
    http: 'GET /emergencies/ringing',
    who: TEAM,
    input: Nothing,
    output: z.object({ items: z.array(EmergencyRing) }),
  },
  /** In the order in which they are told; what is known already is left as it is. */
  stamp: verb('timepoints', { items: z.array(Stamp).min(1).max(100) }),
  /** What is known of the case: it decides which targets run. */
  classify: verb('flags', { flags: z.array(Flag).max(20) }),
  /** Worked out by the server from what was found; all are kept, the last of a kind counts. */
  score: verb('scores', { kind: ScoreKind, input: z.record(z.string(), z.json()) }),
  /** 溶栓前核对: eligible only when every item is checked; deferred stops the clock, with its reason. */
  check: verb('checklist', {
    kind: z.enum(['stemiLysis', 'strokeLysis']),
    checked: z.array(Text(30)).max(20),
    verdict: z.enum(['eligible', 'deferred']),
    reason: Text(200).min(1).optional(),
  }),
  /** Who it is, once that is known, and where they lie. */
  identify: verb('patient', { patient: PatientInput.optional(), bed: Text(20).optional() }),
  /** 我来: stops one's own ring, and the escalation of one's side. */
  answer: verb('answer', {}),
  /** The ambulance comes sooner or later than was said. */
  eta: verb('eta', { etaAt: Instant }),
  /** Where the ambulance is; optional, and only the last place is kept. */
  position: verb('position', Place.shape),
  standDown: verb('stand-down', { note: Text(200).optional() }),
  close: verb('close', { outcome: EmergencyOutcome, note: Text(500).optional() }),
  reopen: verb('reopen', { note: Text(200).min(1) }),
  /** 质控: read by the desk of the center. */
  review: verb('review', { note: Text(1000).min(1) }),
  /** Nobody of a side has answered: the next line, then the desks. */
  escalate: { job: true, who: 'clock', input: z.object({ id: Id, step: z.number().int() }), output: Nothing },
});

export const emergencyEvents = {
  /** Something about the case changed: fetch it. */
  'emergency.changed': z.object({ id: Id, status: EmergencyStatus }),
};
