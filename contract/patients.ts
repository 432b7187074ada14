import { z } from 'zod';
import { ConsultRow } from './consults.ts';
import { HospitalRef, PersonRef } from './directory.ts';
import { EmergencyRow } from './emergency.ts';
import { Origin } from './emergencyOrigin.ts';
import { actions, ById, Id, Instant, Nothing, Paging, pageOf } from './kit.ts';
import { Document, IdNumber, PatientView } from './records.ts';
import { ReferralRow } from './referrals.ts';

/** `case`: where the entry belongs, and leads to. */
const Place = {
  id: Id,
  at: Instant,
  case: z.object({ kind: z.enum(['consult', 'referral', 'emergency']), id: Id }),
  number: z.string(),
  from: HospitalRef,
  to: HospitalRef,
};
const ConsultEntry = ConsultRow.pick({
  status: true,
  urgency: true,
  dx: true,
  purpose: true,
  toDepartment: true,
  requester: true,
  consultant: true,
  owner: true,
  mine: true,
  clock: true,
}).extend({
  kind: z.literal('consult'),
  ...Place,
  emergency: Origin.nullable(),
  documents: z.number().int(),
  consent: z.enum(['signed', 'deferred']).nullable(),
});
const ReferralEntry = ReferralRow.pick({
  status: true,
  direction: true,
  lane: true,
  urgency: true,
  dx: true,
  outside: true,
  owner: true,
  mine: true,
  clock: true,
}).extend({
  kind: z.literal('referral'),
  ...Place,
  emergency: Origin.nullable(),
  /** Null for a hospital off the platform, or for none yet. */
  to: HospitalRef.nullable(),
});
const EmergencyEntry = EmergencyRow.pick({ center: true, status: true, startedAt: true, endedAt: true, next: true }).extend({
  kind: z.literal('emergency'),
  ...Place,
  /** Null where the center has no partner. */
  to: HospitalRef.nullable(),
});
const OpinionEntry = z.object({
  kind: z.literal('opinion'),
  ...Place,
  version: z.number().int(),
  signer: z.string(),
  signerTitle: z.string(),
  diagnosis: z.string(),
});
const DocumentEntry = z.object({ kind: z.literal('document'), ...Place, caption: z.string() });

/** One thing that happened to a person, as a line of their time line. */
export const Entry = z.discriminatedUnion('kind', [ConsultEntry, ReferralEntry, EmergencyEntry, OpinionEntry, DocumentEntry]);
export type Entry = z.infer<typeof Entry>;
export const EntryKind = z.enum(['consult', 'referral', 'emergency', 'opinion', 'document']);
export type EntryKind = z.infer<typeof EntryKind>;

/** What was once said of a person, and by which hospital. */
export const Statement = z.object({ patient: PatientView, hospital: HospitalRef, at: Instant });
export type Statement = z.infer<typeof Statement>;

/** Two records that somebody has said to be of one person. */
const MergeView = z.object({ id: Id, reason: z.string(), by: PersonRef, at: Instant });

export const PatientPage = pageOf(Entry).extend({
  /** As the reader may see them, newest first; never empty. */
  statements: z.array(Statement),
  /** Open cases of theirs that are the reader's too. */
  open: z.array(Entry),
  /** Whether the reader may put records together here, and what was put together and may be taken apart again. */
  coordinates: z.boolean(),
  merges: z.array(MergeView),
});
export type PatientPage = z.infer<typeof PatientPage>;

/** Why two records of one hospital may be of one person: nothing is ever merged by itself. */
export const Likeness = z.enum(['nameBirthSex', 'phoneName']);
export const Duplicate = Statement.extend({ likeness: Likeness, /** The record of this person that it is like. */ of: Id });
export type Duplicate = z.infer<typeof Duplicate>;

const CLINICAL = ['doctor', 'specialist', 'coordinator'] as const;
const Reason = z.string().trim().min(1).max(500);

/** Patients are looked for by POST: what is looked for is in no address. */
export const patients = actions({
  /** Exactly this identity number, other document, visit number or name, among the patients of the reader's own cases. */
  find: {
    http: 'POST /patients/find',
    who: CLINICAL,
    input: z.object({ text: z.string().trim().min(1).max(60) }),
    /** One line for each person; `more`: there are others, a number would tell them apart. */
    output: z.object({ items: z.array(Statement), more: z.boolean() }),
  },
  /** Open cases of this person that are the reader's too: asked before a second one is opened. */
  open: {
    http: 'POST /patients/open',
    who: CLINICAL,
    input: z.union([z.object({ idNumber: IdNumber }), z.object({ document: Document }), z.object({ patientId: Id })]),
    output: z.object({ items: z.array(Entry) }),
  },
  /** `id` is any record of the person that a case of the reader's shows. */
  read: {
    http: 'GET /patients/:id',
    who: CLINICAL,
    input: Paging.extend({ id: Id, kind: EntryKind.optional() }),
    output: PatientPage,
  },
  duplicates: {
    http: 'GET /patients/:id/duplicates',
    who: ['coordinator'],
    input: ById,
    output: z.object({ items: z.array(Duplicate) }),
  },
  /** Both are records of one hospital, and the coordinator's. Cases and signatures stay as they are. */
  merge: {
    http: 'POST /patients/merge',
    who: ['coordinator'],
    input: z.object({ keepId: Id, dropId: Id, reason: Reason }),
    output: z.object({ mergeId: Id }),
  },
  unmerge: {
    http: 'POST /patients/merges/:mergeId/undo',
    who: ['coordinator'],
    input: z.object({ mergeId: Id, reason: Reason }),
    output: Nothing,
  },
});
