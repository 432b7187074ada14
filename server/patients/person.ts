import type { z } from 'zod';
import type { Statement } from '../../contract/patients.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';
import type { Patient, Prisma } from '../db/generated/client.ts';
import { hospitalRefs } from '../directory/refs.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import { wholeOf } from '../records/identities.ts';
import { patientOf } from '../records/patients.ts';
import type { PatientSource } from '../records/source.ts';

export interface Deps {
  cipher: Cipher;
  /** Every feature with cases of patients; at least one. */
  sources: readonly PatientSource[];
}

/** Records that a case of the actor's shows: all that they may know of anybody. */
export const theirs = ({ sources }: Deps, { actor, now }: Pick<Ctx, 'actor' | 'now'>): Prisma.PatientWhereInput => ({
  OR: sources.map((source) => source.patients(actor, now)),
});

/** What is newest first, and whoever is known before whoever is not. */
export const NEWEST = [
  { known: 'desc' },
  { createdAt: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.PatientOrderByWithRelationInput[];

/** A person as far as this actor may know them. */
export interface Person {
  /** Across hospitals: only for asking the sources, which show none but the actor's own cases. */
  identityIds: string[];
  recordIds: string[];
  /** What the actor may see; never empty. */
  records: Patient[];
}

const recordIdsOf = async (db: Tx, identityIds: string[]): Promise<string[]> =>
  (await db.patient.findMany({ where: { identityId: { in: identityIds } }, select: { id: true } })).map(({ id }) => id);

/** The person of this record; without a case of the actor's that shows the record there is no such person. */
export const personOf = async (ctx: Ctx, deps: Deps, id: string): Promise<Person> => {
  const { db } = ctx;
  const record = await db.patient.findFirst({ where: { id, ...theirs(deps, ctx) } });
  if (!record) return refuse('notFound', 'patient', 'There is no such patient among yours');
  const identityIds = await wholeOf(db, [record.identityId]);
  const recordIds = await recordIdsOf(db, identityIds);
  const records = await db.patient.findMany({ where: { id: { in: recordIds }, ...theirs(deps, ctx) }, orderBy: [...NEWEST] });
  sawRecords(ctx, records);
  return { identityIds, recordIds, records };
};

/** Hospitals for which this actor puts records of this person together and takes them apart. */
export const deskHospitals = ({ actor }: Ctx, { records }: Pick<Person, 'records'>): string[] => {
  const desks = new Set(holding(actor, 'coordinator').map(({ hospitalId }) => hospitalId));
  return [...new Set(records.map(({ hospitalId }) => hospitalId))].filter((id) => desks.has(id));
};

/** All records of whoever bears this document, across hospitals. */
export const recordsUnder = async (db: Tx, documentIndex: Uint8Array<ArrayBuffer>): Promise<string[]> => {
  const identity = await db.identity.findUnique({ where: { documentIndex } });
  return recordIdsOf(db, await wholeOf(db, identity ? [identity.id] : []));
};

export const sawRecords = (ctx: Ctx, records: readonly Patient[]): void =>
  ctx.saw(
    'patient',
    records.map(({ id }) => id),
    records.map(({ hospitalId }) => hospitalId),
  );

/** Each record as what one hospital said. */
export const statementsOf = async (db: Tx, cipher: Cipher, records: readonly Patient[]): Promise<z.input<typeof Statement>[]> => {
  const hospitals = await hospitalRefs(
    db,
    records.map(({ hospitalId }) => hospitalId),
  );
  return records.map((record) => ({
    patient: patientOf(cipher, record),
    hospital: hospitals.get(record.hospitalId)!,
    at: record.createdAt.toISOString(),
  }));
};
