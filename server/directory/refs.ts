import type { z } from 'zod';
import type { HospitalRef, PersonRef } from '../../contract/directory.ts';
import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** What to select of a row so that it can be shown as a reference. */
export const HOSPITAL_REF = { id: true, name: true, shortName: true, kind: true } as const satisfies Prisma.HospitalSelect;
export const PERSON_REF = { id: true, name: true, title: true } as const satisfies Prisma.PersonSelect;

export const hospitalRef = ({ id, name, shortName, kind }: z.infer<typeof HospitalRef>): z.infer<typeof HospitalRef> => ({
  id,
  name,
  shortName,
  kind,
});
export const personRef = ({ id, name, title }: z.infer<typeof PersonRef>): z.infer<typeof PersonRef> => ({ id, name, title });

type Ids = readonly (string | null)[];
const given = (ids: Ids): string[] => [...new Set(ids)].filter((id) => id !== null);

/** People by id, in one query; ids may repeat or be null. People are never deleted, so each is there. */
export const personRefs = async (db: Tx, ids: Ids): Promise<Map<string, z.infer<typeof PersonRef>>> => {
  const people = await db.person.findMany({ where: { id: { in: given(ids) } }, select: PERSON_REF });
  return new Map(people.map((person) => [person.id, person]));
};

/** Departments by id, in one query. */
export const departmentRefs = async (db: Tx, ids: Ids): Promise<Map<string, { id: string; name: string }>> => {
  const departments = await db.department.findMany({ where: { id: { in: given(ids) } }, select: { id: true, name: true } });
  return new Map(departments.map((department) => [department.id, department]));
};

/** Hospitals by id, in one query. */
export const hospitalRefs = async (db: Tx, ids: Ids): Promise<Map<string, z.infer<typeof HospitalRef>>> => {
  const hospitals = await db.hospital.findMany({ where: { id: { in: given(ids) } }, select: HOSPITAL_REF });
  return new Map(hospitals.map((hospital) => [hospital.id, hospital]));
};
