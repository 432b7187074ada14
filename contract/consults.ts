import { z } from 'zod';
import { DutyLine, HospitalRef, PersonRef, Presence } from './directory.ts';
import { Origin } from './emergencyOrigin.ts';
import { actions, ById, Id, Instant, machine, Nothing, Paging, pageOf } from './kit.ts';
import { DeclineReason, PageStatus } from './paging.ts';
import { KnownPatient, PatientInput, PatientSketch, PatientView, Phone, PhotoView, Signature } from './records.ts';

/** STAT 特急 (五大中心), URGENT 急, ROUTINE 普通. */
export const Urgency = z.enum(['stat', 'urgent', 'routine']);
export type Urgency = z.infer<typeof Urgency>;

export const ConsultStatus = z.enum([
  'requested',
  'returned',
  'accepted',
  'inSession',
  'signed',
  'acknowledged',
  'closed',
  'declined',
  'cancelled',
  'expired',
]);
export type ConsultStatus = z.infer<typeof ConsultStatus>;
/** While there is a room for both sides: whoever has left comes back until the case is over. */
export const ROOM_OPEN: readonly ConsultStatus[] = ['accepted', 'inSession', 'signed', 'acknowledged'];

/**
 * requester: the doctor, or a doctor of the same department (shift change moves the work); candidate: a specialist of
 * the invited department; consultant: who accepted; the coordinators of either side; clock; call: a fact from the room.
 */
export type ConsultRelation = 'requester' | 'candidate' | 'consultant' | 'inviterDesk' | 'inviteeDesk' | 'clock' | 'call';

export const consultSteps = machine<ConsultStatus, ConsultRelation>()([
  { verb: 'accept', from: ['requested'], to: 'accepted', by: ['candidate'] },
  { verb: 'decline', from: ['requested'], to: 'declined', by: ['inviteeDesk'] },
  { verb: 'sendBack', from: ['requested'], to: 'returned', by: ['candidate', 'inviteeDesk'] },
  { verb: 'resend', from: ['returned'], to: 'requested', by: ['requester'] },
  { verb: 'release', from: ['accepted'], to: 'requested', by: ['consultant'] },
  { verb: 'ringAgain', from: ['accepted'], to: 'requested', by: ['clock'] },
  { verb: 'expire', from: ['requested'], to: 'expired', by: ['clock'] },
  // Sent back and never sent again: the time was the requester's, so it does not count as unanswered.
  { verb: 'expire', from: ['returned'], to: 'cancelled', by: ['clock'] },
  { verb: 'begin', from: ['accepted'], to: 'inSession', by: ['call'] },
  { verb: 'answerByPhone', from: ['requested', 'accepted'], to: 'inSession', by: ['requester', 'inviterDesk', 'inviteeDesk'] },
  // The specialist has left and does not come back, or the wrong one was put on record: it rings again.
  { verb: 'handOver', from: ['inSession'], to: 'requested', by: ['requester', 'inviterDesk', 'inviteeDesk', 'consultant'] },
  { verb: 'sign', from: ['inSession'], to: 'signed', by: ['consultant'] },
  { verb: 'amend', from: ['signed', 'acknowledged'], to: 'signed', by: ['consultant'] },
  { verb: 'acknowledge', from: ['signed'], to: 'acknowledged', by: ['requester'] },
  { verb: 'close', from: ['acknowledged'], to: 'closed', by: ['requester'] },
  { verb: 'cancel', from: ['requested', 'returned', 'accepted', 'inSession'], to: 'cancelled', by: ['requester', 'inviterDesk'] },
]);
export const ConsultVerb = z.enum([
  'accept',
  'decline',
  'sendBack',
  'resend',
  'release',
  'ringAgain',
  'expire',
  'begin',
  'answerByPhone',
  'handOver',
  'sign',
  'amend',
  'acknowledge',
  'close',
  'cancel',
]);
export type ConsultVerb = z.infer<typeof ConsultVerb>;

const Reason = z.string().trim().min(1).max(500);
const Dx = z.object({ name: z.string().trim().min(1).max(200), code: z.string().trim().max(20).optional() });
const SignedConsent = z.object({
  state: z.literal('signed'),
  signer: z.enum(['patient', 'guardian', 'relative']),
  signerName: z.string().trim().min(1).max(60),
  /** 费用已说明 (25号: content and fee are explained before signing). */
  feeExplained: z.literal(true),
});
export const Consent = z.discriminatedUnion('state', [
  SignedConsent,
  /** A STAT with nobody to sign: the written consent follows through `supplement`. */
  z.object({ state: z.literal('deferred'), basis: z.enum(['lifeThreatening', 'noRelativeReachable']) }),
]);

const Target = {
  toDepartmentId: Id,
  fromHospitalId: Id.optional(),
  /** Asked from a case of a center: its patient is the patient, and its hospital and department ask. */
  emergencyId: Id.optional(),
};
const Story = {
  dx: Dx,
  /** 会诊原因(事由). */
  reason: Reason,
  /** 病历摘要. */
  summary: z.string().trim().min(1).max(4000),
};
const Extras = {
  auxResults: z.string().trim().max(4000).optional(),
  wantedTitle: z.string().trim().max(40).optional(),
  bed: z.string().trim().max(20).optional(),
  /** When it was pressed, by the server's clock, if the line was down then; `sentAt` is when it arrived. */
  pressedAt: Instant.optional(),
};

/** Three things send a STAT: patient or 无名氏, one question, a callback number (domain §0.4). All else may follow. */
export const StatRequest = z.object({
  urgency: z.literal('stat'),
  ...Target,
  /** Absent with an `emergencyId`, and only then. */
  patient: PatientInput.optional(),
  /** 会诊目的: the one decision wanted of the specialist. */
  purpose: Reason,
  callbackPhone: Phone,
  ...z.object(Story).partial().shape,
  ...Extras,
  consent: Consent.optional(),
});
const FullRequest = z.object({
  ...Target,
  patient: KnownPatient.optional(),
  purpose: Reason,
  callbackPhone: Phone,
  ...Story,
  ...Extras,
  consent: SignedConsent,
});
export const ConsultRequest = z
  .discriminatedUnion('urgency', [
    StatRequest,
    FullRequest.extend({ urgency: z.literal('urgent') }),
    FullRequest.extend({ urgency: z.literal('routine') }),
  ])
  .refine(({ patient, emergencyId }) => (patient === undefined) !== (emergencyId === undefined), {
    path: ['patient'],
    message: 'patient.one',
  });

export const OpinionBody = z.object({
  diagnosis: z.string().trim().min(1).max(2000),
  /** 依据. */
  basis: z.string().trim().max(2000),
  furtherTests: z.string().trim().max(2000),
  treatment: z.string().trim().min(1).max(4000),
  risks: z.string().trim().max(2000),
  transfer: z.enum(['notNeeded', 'consider', 'now']),
  transferNote: z.string().trim().max(1000),
  followUp: z.string().trim().max(500),
  /** Why a signed opinion was amended; empty in the first version. */
  amendment: z.string().trim().max(500).default(''),
});
export type OpinionBody = z.infer<typeof OpinionBody>;
/** A draft may stop anywhere; signing wants the whole. */
const OpinionDraft = OpinionBody.extend({
  diagnosis: z.string().max(2000),
  treatment: z.string().max(4000),
  amendment: z.string().max(500),
}).partial();

export const OpinionView = OpinionBody.extend({ version: z.number().int(), signature: Signature });
export const Adoption = z.enum(['full', 'partial', 'none']);
export const Outcome = z.enum(['continuedLocally', 'transferred', 'died', 'selfDischarged', 'other']);

/** 口头意见: typed by the county doctor, confirmed by the specialist with a tap (复述确认). */
export const AdviceView = z.object({
  id: Id,
  text: z.string(),
  typedBy: PersonRef,
  typedAt: Instant,
  state: z.enum(['waiting', 'confirmed', 'rejected']),
  answeredAt: Instant.nullable(),
});

/** The clock that runs now: `dueAt` is the absolute limit, `startedAt` where the fuse began. */
export const ClockView = z.object({
  name: z.enum(['firstResponse', 'join', 'supplement', 'verbalOpinion', 'writtenOpinion', 'acknowledge']),
  startedAt: Instant,
  dueAt: Instant,
});
export type ClockView = z.infer<typeof ClockView>;

/** What a STAT that went out with three things still owes. */
export const Missing = z.enum(['identity', 'dx', 'reason', 'summary', 'consent']);

const Side = z.object({
  hospital: HospitalRef,
  department: z.object({ id: Id, name: z.string() }),
  centerPhone: z.string(),
  dutyPhone: z.string(),
});
const RingView = z.object({
  id: Id,
  /** Null for the 24 h desk. */
  person: PersonRef.nullable(),
  line: DutyLine.nullable(),
  status: PageStatus,
  reason: DeclineReason.nullable(),
  rungAt: Instant,
  sent: z.number().int(),
});

export const ConsultRow = z.object({
  id: Id,
  consultNo: z.string(),
  status: ConsultStatus,
  urgency: Urgency,
  patient: PatientView.pick({ known: true, name: true, sex: true, birthDate: true, approximateAge: true }),
  dx: z.string().nullable(),
  purpose: z.string(),
  from: HospitalRef,
  to: HospitalRef,
  toDepartment: z.string(),
  requester: PersonRef,
  consultant: PersonRef.nullable(),
  /** Who has to move now; null when it is over. */
  owner: z.enum(['requester', 'consultant', 'invitee']).nullable(),
  mine: z.boolean(),
  clock: ClockView.nullable(),
  sentAt: Instant,
  can: z.array(ConsultVerb),
});
export type ConsultRow = z.infer<typeof ConsultRow>;

export const Consult = ConsultRow.omit({ from: true, to: true, toDepartment: true, dx: true, patient: true }).extend({
  version: z.number().int(),
  patient: PatientView,
  emergency: Origin.nullable(),
  dx: z.object({ name: z.string(), code: z.string().nullable() }).nullable(),
  reason: z.string().nullable(),
  summary: z.string().nullable(),
  auxResults: z.string().nullable(),
  wantedTitle: z.string().nullable(),
  bed: z.string().nullable(),
  callbackPhone: z.string(),
  consent: Consent.nullable(),
  from: Side,
  to: Side,
  missing: z.array(Missing),
  rings: z.array(RingView),
  nextRing: z.object({ step: z.enum(['firstLine', 'secondLine', 'desk']), at: Instant }).nullable(),
  acceptedAt: Instant.nullable(),
  firstResponseAt: Instant.nullable(),
  answeredByPhone: z.boolean(),
  /** Why it was declined, sent back or cancelled. */
  note: z.string().nullable(),
  declineReason: DeclineReason.nullable(),
  advices: z.array(AdviceView),
  /** Own draft; null for everybody but the consultant. */
  opinionDraft: OpinionDraft.nullable(),
  /** Newest first; all but the first have been superseded by an amendment. */
  opinions: z.array(OpinionView),
  adoption: z.object({ adoption: Adoption, reason: z.string().nullable(), by: PersonRef, at: Instant }).nullable(),
  outcome: Outcome.nullable(),
  photos: z.array(PhotoView),
  timeline: z.array(z.object({ at: Instant, verb: z.string(), by: z.string().nullable() })),
});
export type Consult = z.infer<typeof Consult>;

/** What rings: never a name (design principle 7), always a telephone (domain §0.1). */
export const RingCard = z.object({
  pageId: Id,
  consultId: Id,
  consultNo: z.string(),
  urgency: Urgency,
  line: DutyLine.nullable(),
  desk: z.boolean(),
  patient: PatientSketch,
  dx: z.string().nullable(),
  purpose: z.string(),
  from: HospitalRef,
  fromDepartment: z.string(),
  requester: PersonRef,
  callbackPhone: z.string(),
  dutyPhone: z.string(),
  missing: z.array(Missing),
  photos: z.array(PhotoView),
  rungAt: Instant,
  responseDueAt: Instant,
  next: z.object({ name: z.string().nullable(), at: Instant.nullable() }),
  can: z.array(z.enum(['accept', 'decline', 'passOn', 'answerByPhone'])),
});
export type RingCard = z.infer<typeof RingCard>;

const verb = <
  const P extends string,
  const W extends readonly ('doctor' | 'specialist' | 'coordinator')[],
  I extends z.ZodRawShape,
>(
  path: P,
  who: W,
  input: I,
) => ({
  http: `POST /consults/:id/${path}` as const,
  who,
  input: ById.extend(input),
  output: Consult,
});

export const consults = actions({
  request: { http: 'POST /consults', who: ['doctor'], input: ConsultRequest, output: Consult },
  read: { http: 'GET /consults/:id', who: ['doctor', 'specialist', 'coordinator'], input: ById, output: Consult },
  list: {
    http: 'GET /consults',
    who: ['doctor', 'specialist', 'coordinator'],
    /** `open`: not over; `mine`: open and waiting for me; `done`: over. Newest first, `open` and `mine` by time left. */
    input: Paging.extend({
      box: z.enum(['open', 'mine', 'done']).default('open'),
      urgency: Urgency.optional(),
      status: ConsultStatus.optional(),
    }),
    output: pageOf(ConsultRow),
  },
  ringing: {
    http: 'GET /consults/ringing',
    who: ['specialist', 'coordinator'],
    input: Nothing,
    output: z.object({ items: z.array(RingCard) }),
  },
  accept: verb('accept', ['specialist'], {}),
  decline: verb('decline', ['coordinator'], { reason: DeclineReason, note: z.string().trim().max(500).optional() }),
  sendBack: verb('send-back', ['specialist', 'coordinator'], { note: Reason }),
  resend: verb('resend', ['doctor'], {}),
  release: verb('release', ['specialist'], {}),
  answerByPhone: verb('answer-by-phone', ['doctor', 'coordinator'], { specialistId: Id }),
  /** Who of the invited department can be named as having answered the telephone. */
  specialists: {
    http: 'GET /consults/:id/specialists',
    who: ['doctor', 'coordinator'],
    input: ById,
    output: z.object({ items: z.array(PersonRef.extend({ presence: Presence })) }),
  },
  /** Says why; the first response stays what it was. */
  handOver: verb('hand-over', ['doctor', 'specialist', 'coordinator'], { note: Reason }),
  cancel: verb('cancel', ['doctor', 'coordinator'], { note: Reason }),
  /** 催一次: rings everybody on the current step once more; refuses `tooMany` within 30 s. */
  nudge: verb('nudge', ['doctor', 'coordinator'], {}),
  /** What a STAT owes, or what was asked for. Once the opinion is signed only gaps are filled, until the case is over. */
  supplement: {
    http: 'PATCH /consults/:id',
    who: ['doctor'],
    input: ById.extend({
      version: z.number().int(),
      patient: KnownPatient.optional(),
      ...z.object(Story).partial().shape,
      auxResults: Extras.auxResults,
      bed: Extras.bed,
      consent: Consent.optional(),
    }),
    output: Consult,
  },
  advise: verb('advices', ['doctor'], { text: z.string().trim().min(1).max(300) }),
  answerAdvice: verb('advices/:adviceId/answer', ['specialist'], { adviceId: Id, confirmed: z.boolean() }),
  draftOpinion: verb('opinion-draft', ['specialist'], { opinion: OpinionDraft }),
  sign: verb('sign', ['specialist'], { opinion: OpinionBody }),
  amend: verb('amend', ['specialist'], { opinion: OpinionBody.extend({ amendment: Reason }) }),
  /** Anything short of full adoption says why. */
  acknowledge: verb('acknowledge', ['doctor'], { adoption: Adoption, reason: z.string().trim().max(500).optional() }),
  close: verb('close', ['doctor'], { outcome: Outcome }),
  escalate: { job: true, who: 'clock', input: z.object({ id: Id, step: z.number().int() }), output: Nothing },
  lookAgain: { job: true, who: 'clock', input: ById, output: Nothing },
  ringAgain: { job: true, who: 'clock', input: ById, output: Nothing },
  expire: { job: true, who: 'clock', input: ById, output: Nothing },
  remind: { job: true, who: 'clock', input: ById, output: Nothing },
});

export const consultEvents = { 'consult.changed': z.object({ id: Id, status: ConsultStatus }) };
