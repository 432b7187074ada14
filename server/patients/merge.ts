import type { z } from 'zod';
import type { patients } from '../../contract/patients.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Patient } from '../db/generated/client.ts';
import { holds } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import { personsOf } from '../records/identities.ts';
import { contradictionOf, peopleIn } from './contradiction.ts';
import { sawRecords } from './person.ts';

type Merge = z.output<typeof patients.merge.input>;
type Unmerge = z.output<typeof patients.unmerge.input>;

/** They are few, and two at once could close a ring: one after the other. */
const oneAtATime = ({ db }: Ctx): Promise<unknown> =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('patients.merge', 0))`;

/** Two records of one hospital in which the actor coordinates. */
const both = async (ctx: Ctx, { keepId, dropId }: Merge): Promise<{ keep: Patient; drop: Patient }> => {
  const found = await ctx.db.patient.findMany({ where: { id: { in: [keepId, dropId] } } });
  const mine = found.filter(({ hospitalId }) => holds(ctx.actor, 'coordinator', { hospitalId }));
  const [keep, drop] = [keepId, dropId].map((id) => mine.find((record) => record.id === id));
  if (!keep || !drop || keep.hospitalId !== drop.hospitalId)
    return refuse('notFound', 'patient', 'There is no such patient among yours');
  sawRecords(ctx, [keep, drop]);
  return { keep, drop };
};

const checkAgree = async ({ db }: Ctx, keepId: string, dropId: string): Promise<void> => {
  if (keepId === dropId) refuse('conflict', 'merge.same', 'These records are of one person already');
  const contradiction = contradictionOf(await peopleIn(db, [keepId]), await peopleIn(db, [dropId]));
  if (contradiction === 'sex') refuse('conflict', 'merge.sex', 'The records state different sexes; correct the wrong one first');
  if (contradiction === 'document') refuse('conflict', 'merge.document', 'The records bear different identity numbers');
};

/** One pointer is set, from the person that the one is to the person that the other is; no record, case or signature changes. */
export const merge = async (ctx: Ctx, input: Merge): Promise<{ mergeId: string }> => {
  const { keep, drop } = await both(ctx, input);
  await oneAtATime(ctx);
  const persons = await personsOf(ctx.db, [keep.identityId, drop.identityId]);
  const [keepId, dropId] = [persons.get(keep.identityId)!, persons.get(drop.identityId)!];
  await checkAgree(ctx, keepId, dropId);
  await ctx.db.identity.update({ where: { id: dropId }, data: { mergedIntoId: keepId } });
  const { id: mergeId } = await ctx.db.identityMerge.create({
    data: { hospitalId: keep.hospitalId, keepId, dropId, reason: input.reason, mergedById: ctx.actor.id, mergedAt: ctx.now },
  });
  return { mergeId };
};

/** Takes that pointer away again, whatever was merged or taken apart meanwhile. */
export const unmerge = async (ctx: Ctx, { mergeId, reason }: Unmerge): Promise<Record<never, never>> => {
  await oneAtATime(ctx);
  const done = await ctx.db.identityMerge.findUnique({ where: { id: mergeId } });
  if (!done || !holds(ctx.actor, 'coordinator', { hospitalId: done.hospitalId }))
    return refuse('notFound', 'merge', 'There is no such merge among yours');
  const { hospitalId, keepId, dropId } = done;
  sawRecords(ctx, await ctx.db.patient.findMany({ where: { hospitalId, identityId: { in: [keepId, dropId] } } }));
  if (done.undoneAt) refuse('conflict', 'merge.undone', 'Somebody has taken these apart already');
  await ctx.db.identityMerge.update({
    where: { id: mergeId },
    data: { undoneReason: reason, undoneById: ctx.actor.id, undoneAt: ctx.now },
  });
  await ctx.db.identity.update({ where: { id: dropId }, data: { mergedIntoId: null } });
  return {};
};
