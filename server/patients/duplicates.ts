import type { z } from 'zod';
import type { Duplicate, Likeness, patients } from '../../contract/patients.ts';
import type { Patient, Prisma } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { contradictionOf, peopleIn } from './contradiction.ts';
import { type Deps, deskHospitals, NEWEST, personOf, sawRecords, statementsOf, theirs } from './person.ts';

/** As many as somebody will look at. */
const MOST = 20;

const same = (a: Uint8Array | null, b: Uint8Array | null): boolean => a !== null && b !== null && Buffer.from(a).equals(b);

const likeness = (a: Patient, b: Patient): z.infer<typeof Likeness> | null => {
  if (a.hospitalId !== b.hospitalId || !same(a.nameIndex, b.nameIndex)) return null;
  if (a.birthDate && a.birthDate.getTime() === b.birthDate?.getTime() && a.sex === b.sex) return 'nameBirthSex';
  return same(a.phoneIndex, b.phoneIndex) ? 'phoneName' : null;
};

const namesakes = (records: readonly Patient[], identityIds: string[]): Prisma.PatientWhereInput => ({
  OR: records.flatMap(({ hospitalId, nameIndex }) => (nameIndex ? [{ hospitalId, nameIndex: Buffer.from(nameIndex) }] : [])),
  identityId: { notIn: identityIds },
});

/** Records of the coordinator's hospital that may be of the same person, and could be put together with theirs. */
export const duplicates =
  (deps: Deps) =>
  async (ctx: Ctx, { id }: { id: string }): Promise<z.input<typeof patients.duplicates.output>> => {
    const person = await personOf(ctx, deps, id);
    const desks = new Set(deskHospitals(ctx, person));
    const own = person.records.filter(({ hospitalId, nameIndex }) => nameIndex && desks.has(hospitalId));
    if (own.length === 0) return { items: [] };
    const candidates = await ctx.db.patient.findMany({
      where: { AND: [namesakes(own, person.identityIds), theirs(deps, ctx)] },
      orderBy: [...NEWEST],
      take: MOST,
    });
    const like = candidates.flatMap((record) => {
      const of = own.find((each) => likeness(each, record));
      return of ? [{ record, of: of.id, likeness: likeness(of, record)! }] : [];
    });
    return { items: await shown(ctx, deps, { like, identityIds: person.identityIds }) };
  };

interface Like {
  like: { record: Patient; of: string; likeness: z.infer<typeof Likeness> }[];
  identityIds: string[];
}

const shown = async (ctx: Ctx, deps: Deps, { like, identityIds }: Like): Promise<z.input<typeof Duplicate>[]> => {
  const mine = await peopleIn(ctx.db, identityIds);
  const items: z.input<typeof Duplicate>[] = [];
  for (const { record, ...why } of like) {
    if (contradictionOf(mine, await peopleIn(ctx.db, [record.identityId]))) continue;
    sawRecords(ctx, [record]);
    const [statement] = await statementsOf(ctx.db, deps.cipher, [record]);
    items.push({ ...statement!, ...why });
  }
  return items;
};
