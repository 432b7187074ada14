import type { z } from 'zod';
import type { patients } from '../../contract/patients.ts';
import { Document, DocumentKind } from '../../contract/records.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Patient, Prisma } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { documentIndex, idNumberIndex, personsOf } from '../records/identities.ts';
import { nameIndex } from '../records/patients.ts';
import { type Deps, NEWEST, sawRecords, statementsOf, theirs } from './person.ts';

/** More lines than these are not read but narrowed. */
const MOST = 30;

const BIRTH_ORDERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Every document that somebody who types this number may mean; a mother's number finds her newborns. */
const documents = (number: string): Document[] =>
  DocumentKind.options.flatMap((kind) => {
    const orders = kind === 'newbornOf' ? BIRTH_ORDERS : [undefined];
    return orders.flatMap((birthOrder) => Document.safeParse({ kind, number, birthOrder }).data ?? []);
  });

const says = (cipher: Cipher, text: string): Prisma.PatientWhereInput => ({
  OR: [
    { nameIndex: nameIndex(cipher, text) },
    { visitNo: text },
    { idNumberIndex: idNumberIndex(cipher, text.toUpperCase()) },
    { documentIndex: { in: documents(text).map((document) => documentIndex(cipher, document)) } },
  ],
});

/** The newest record of each person. */
const onePerPerson = async ({ db }: Ctx, records: readonly Patient[]): Promise<Patient[]> => {
  const persons = await personsOf(
    db,
    records.map(({ identityId }) => identityId),
  );
  const seen = new Set<string>();
  return records.filter(({ identityId }) => {
    const person = persons.get(identityId)!;
    return !seen.has(person) && seen.add(person);
  });
};

/** One query whether or not anybody elsewhere is called so: neither the answer nor its time tells of a stranger's patient. */
export const find =
  (deps: Deps) =>
  async (ctx: Ctx, { text }: { text: string }): Promise<z.input<typeof patients.find.output>> => {
    const found = await ctx.db.patient.findMany({
      where: { AND: [says(deps.cipher, text), theirs(deps, ctx)] },
      orderBy: [...NEWEST],
      take: MOST + 1,
    });
    const shown = await onePerPerson(ctx, found.slice(0, MOST));
    sawRecords(ctx, shown);
    return { items: await statementsOf(ctx.db, deps.cipher, shown), more: found.length > MOST };
  };
