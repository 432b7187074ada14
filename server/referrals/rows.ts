import type { z } from 'zod';
import { Outside } from '../../contract/referralSheet.ts';
import { type Owner, ReferralClock, type ReferralRow } from '../../contract/referrals.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';
import type { Patient, Referral } from '../db/generated/client.ts';
import { departmentRefs, hospitalRefs, personRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import { instant, instantOrNull } from '../edge/instants.ts';
import { patientOf } from '../records/patients.ts';
import { can } from './guards.ts';
import { type Case, relations } from './relations.ts';
import { isOwner } from './turns.ts';

export type Listed = Case & { patient: Patient };

const clockOf = ({ clockName, clockStartedAt, clockDueAt }: Referral): ReferralClock | null =>
  clockName && clockStartedAt && clockDueAt
    ? ReferralClock.parse({ name: clockName, startedAt: instant(clockStartedAt), dueAt: instant(clockDueAt) })
    : null;

export const outsideOf = ({ outside }: { outside: unknown }): Outside | null => Outside.nullable().parse(outside ?? null);

/** Everything that rows name, in three queries whatever their number. */
export const namesOf = async (db: Tx, rows: readonly Case[]) => {
  const offered = rows.flatMap(({ offers }) => offers);
  const hospitals = await hospitalRefs(db, [
    ...rows.flatMap((row) => [row.fromHospitalId, row.toHospitalId, row.ownerHospitalId]),
    ...offered.map(({ hospitalId }) => hospitalId),
  ]);
  const people = await personRefs(db, [
    ...rows.flatMap((row) => [row.referrerId, row.ownerPersonId]),
    ...offered.map(({ decidedById }) => decidedById),
  ]);
  const ids = [
    ...rows.flatMap((row) => [row.fromDepartmentId, row.toDepartmentId, row.ownerDepartmentId]),
    ...offered.map(({ departmentId }) => departmentId),
  ];
  return { hospitals, people, departments: await departmentRefs(db, ids) };
};
export type Names = Awaited<ReturnType<typeof namesOf>>;

const ownerView = (row: Case, { hospitals, departments, people }: Names): Owner | null =>
  row.ownerHospitalId
    ? {
        hospital: hospitals.get(row.ownerHospitalId)!,
        desk: row.ownerDepartmentId === null,
        department: row.ownerDepartmentId ? departments.get(row.ownerDepartmentId)!.name : null,
        person: row.ownerPersonId ? people.get(row.ownerPersonId)! : null,
      }
    : null;

/** What a list and a case both say of how the referral stands, to this reader. */
export const standing = (ctx: Ctx, row: Case, names: Names) => ({
  id: row.id,
  referralNo: row.referralNo,
  status: row.status,
  direction: row.direction,
  lane: row.lane,
  urgency: row.urgency,
  owner: ownerView(row, names),
  mine: isOwner(ctx.actor, row),
  clock: clockOf(row),
  expectedAt: instantOrNull(row.expectedAt),
  accepted: row.acceptedAt !== null,
  submittedAt: instantOrNull(row.submittedAt),
  createdAt: instant(row.createdAt),
  can: can(row, relations(ctx.actor, row, ctx.now)),
});

export const rowsOf = async (ctx: Ctx, cipher: Cipher, rows: readonly Listed[]): Promise<z.input<typeof ReferralRow>[]> => {
  const names = await namesOf(ctx.db, rows);
  return rows.map((row) => ({
    ...standing(ctx, row, names),
    patient: patientOf(cipher, row.patient),
    dx: row.dxName,
    from: names.hospitals.get(row.fromHospitalId)!,
    fromDepartment: names.departments.get(row.fromDepartmentId)!.name,
    to: row.toHospitalId ? names.hospitals.get(row.toHospitalId)! : null,
    toDepartment: row.toDepartmentId ? names.departments.get(row.toDepartmentId)!.name : null,
    outside: outsideOf(row)?.hospital ?? null,
  }));
};
