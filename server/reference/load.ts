import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { SetFile, shapes } from './shapes.ts';

const FOLDER = join(import.meta.dirname, 'sets');

const read = (file: string): Prisma.ReferenceSetCreateManyInput => {
  const { effectiveFrom, data, ...set } = SetFile.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
  return { ...set, effectiveFrom: new Date(effectiveFrom), data: shapes[set.name].parse(data) };
};

/** What was decided under a version must stay readable under it. */
const refuseEdited = async (db: Tx, { name, version, data }: Prisma.ReferenceSetCreateManyInput): Promise<void> => {
  const stored = await db.referenceSet.findUniqueOrThrow({ where: { name_version: { name, version } } });
  if (!isDeepStrictEqual(stored.data, data)) {
    throw new Error(`Reference set ${name} was edited after version ${version} was loaded: give the file a new version`);
  }
};

/** Brings the repository's sets into the database; loading again adds only what is new. Throws for a set that does not fit its shape. */
export const loadReference = async (db: Tx): Promise<void> => {
  const sets = readdirSync(FOLDER).sort().map(read);
  await db.referenceSet.createMany({ data: sets, skipDuplicates: true });
  for (const set of sets) await refuseEdited(db, set);
};
