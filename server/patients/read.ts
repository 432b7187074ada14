import type { z } from 'zod';
import type { PatientPage, patients } from '../../contract/patients.ts';
import type { IdentityMerge } from '../db/generated/client.ts';
import { personRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import { readCursor, writeCursor } from '../edge/cursor.ts';
import { documentIndex, idNumberIndex } from '../records/identities.ts';
import type { EntryInput, EntryPage } from '../records/source.ts';
import { type Deps, deskHospitals, type Person, personOf, recordsUnder, statementsOf } from './person.ts';

type Input = z.output<typeof patients.read.input>;
type View = z.input<typeof PatientPage>;

const newestFirst = (a: EntryInput, b: EntryInput): number => {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : -1;
};

/** One time line out of all sources. */
const timeLine = async (ctx: Ctx, { sources }: Deps, ids: readonly string[], page: EntryPage): Promise<EntryInput[]> => {
  const found: EntryInput[] = [];
  for (const source of sources) found.push(...(await source.entries(ctx, ids, page)));
  return found.sort(newestFirst).slice(0, page.limit);
};

/** Open cases of these records that are the actor's: what a second request for the same person is warned with. */
export const openCasesOf = async (ctx: Ctx, { sources }: Deps, recordIds: readonly string[]): Promise<EntryInput[]> => {
  const found: EntryInput[] = [];
  for (const source of sources) found.push(...(await source.open(ctx, recordIds)));
  return found.sort(newestFirst);
};

const mergesOf = async (ctx: Ctx, { identityIds }: Person, hospitalIds: string[]): Promise<View['merges']> => {
  const merges: IdentityMerge[] = await ctx.db.identityMerge.findMany({
    where: { dropId: { in: identityIds }, hospitalId: { in: hospitalIds }, undoneAt: null },
    orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }],
  });
  const people = await personRefs(
    ctx.db,
    merges.map(({ mergedById }) => mergedById),
  );
  return merges.map(({ id, reason, mergedById, mergedAt }) => ({
    id,
    reason,
    by: people.get(mergedById)!,
    at: mergedAt.toISOString(),
  }));
};

const sawPlaces = (ctx: Ctx, entries: readonly EntryInput[]): void =>
  ctx.saw(
    'patient',
    [],
    entries.flatMap(({ from, to }) => [from.id, ...(to ? [to.id] : [])]),
  );

/** The person and a page of their time line. */
export const read =
  (deps: Deps) =>
  async (ctx: Ctx, { id, kind, after, limit }: Input): Promise<View> => {
    const person = await personOf(ctx, deps, id);
    const page = { after: after ? readCursor(after) : null, limit: limit + 1, kind };
    const entries = await timeLine(ctx, deps, person.recordIds, page);
    const items = entries.slice(0, limit);
    const last = items.at(-1);
    const open = await openCasesOf(ctx, deps, person.recordIds);
    const desks = deskHospitals(ctx, person);
    sawPlaces(ctx, [...items, ...open]);
    return {
      statements: await statementsOf(ctx.db, deps.cipher, person.records),
      open,
      coordinates: desks.length > 0,
      merges: await mergesOf(ctx, person, desks),
      items,
      next: last && entries.length > limit ? writeCursor({ at: new Date(last.at), id: last.id }) : null,
    };
  };

/** Asked before a second case is opened; whose number is only known elsewhere has none. */
export const open =
  (deps: Deps) =>
  async (ctx: Ctx, input: z.output<typeof patients.open.input>): Promise<z.input<typeof patients.open.output>> => {
    const items = await openCasesOf(ctx, deps, await recordsMeant(ctx, deps, input));
    sawPlaces(ctx, items);
    return { items };
  };

const recordsMeant = async (ctx: Ctx, deps: Deps, input: z.output<typeof patients.open.input>): Promise<string[]> => {
  if ('patientId' in input) return (await personOf(ctx, deps, input.patientId)).recordIds;
  const index = 'idNumber' in input ? idNumberIndex(deps.cipher, input.idNumber) : documentIndex(deps.cipher, input.document);
  return recordsUnder(ctx.db, index);
};
