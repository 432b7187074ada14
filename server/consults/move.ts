import { type ConsultRelation, type ConsultVerb, consultSteps } from '../../contract/consults.ts';
import { advance } from '../../contract/kit.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Consult, Prisma } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { type Plan, planOf, workingHours } from './limits.ts';

export type Change = Prisma.ConsultUncheckedUpdateManyInput;

/** Both sides learn that something changed and fetch it again; nobody learns what. */
export const tellChanged = (ctx: Ctx, { id, status, ...row }: Consult): void => {
  const to = [
    `department:${row.fromDepartmentId}`,
    `department:${row.toDepartmentId}`,
    `desk:${row.fromHospitalId}`,
    `desk:${row.toHospitalId}`,
  ] as const;
  for (const audience of to) ctx.tell(audience, 'consult.changed', { id, status });
  if (row.consultantId) ctx.tell(`person:${row.consultantId}`, 'consult.changed', { id, status });
};

export const noteStep = async ({ db, actor, now }: Ctx, consultId: string, verb: string): Promise<void> => {
  await db.consultStep.create({ data: { consultId, verb, personId: actor.kind === 'person' ? actor.id : null, at: now } });
};

/** Compare-and-set on id, status and version; null when somebody else has changed the row since it was read. */
export const swap = async ({ db }: Ctx, { id, status, version }: Consult, data: Change): Promise<Consult | null> => {
  const [next] = await db.consult.updateManyAndReturn({
    where: { id, status, version },
    data: { ...data, version: { increment: 1 } },
  });
  return next ?? null;
};

const changedMeanwhile = async (): Promise<never> =>
  refuse('conflict', 'consult.moved', 'Somebody else has just changed this consult; look again');

/** As `swap`; refuses `conflict`. */
export const write = async (ctx: Ctx, row: Consult, data: Change): Promise<Consult> =>
  (await swap(ctx, row, data)) ?? (await changedMeanwhile());

const OVER: readonly Consult['status'][] = ['closed', 'declined', 'cancelled', 'expired'];
export const isOver = ({ status }: Pick<Consult, 'status'>): boolean => OVER.includes(status);

export const clockColumns = ({ clock }: Plan): Change => ({
  clockName: clock?.name ?? null,
  clockStartedAt: clock?.startedAt ?? null,
  clockDueAt: clock?.dueAt ?? null,
});

/** Clock and deadline of the state that `row` would reach. */
export const planFor = async (ctx: Ctx, row: Parameters<typeof planOf>[0] & { id: string }): Promise<Plan> =>
  planOf(row, {
    now: ctx.now,
    hours: await workingHours(ctx),
    advised: (await ctx.db.advice.count({ where: { consultId: row.id, state: 'confirmed' } })) > 0,
  });

export const keepPlan = async (ctx: Ctx, { id }: Consult, { alarm }: Plan): Promise<void> => {
  if (alarm) await ctx.alarm({ ...alarm, subjectId: id, input: { id } });
};

interface Move {
  verb: ConsultVerb;
  by: ReadonlySet<ConsultRelation>;
  set?: Change;
  /** Says why, when somebody else was faster. */
  lost?: () => Promise<never>;
}

/**
 * One step of the machine: state, clock, history and deadlines change together, and everybody concerned is told. Open
 * deadlines are settled first: the clock holds a deadline before it takes the row, and so does everybody else.
 */
export const move = async (ctx: Ctx, row: Consult, { verb, by, set = {}, lost = changedMeanwhile }: Move): Promise<Consult> => {
  const status = advance(consultSteps, { verb, from: row.status, relations: by });
  const plan = await planFor(ctx, { ...row, ...(set as Partial<Consult>), status });
  await ctx.settle(row.id);
  const ended = isOver({ status }) ? { endedAt: ctx.now } : {};
  const next = (await swap(ctx, row, { ...set, status, ...clockColumns(plan), ...ended })) ?? (await lost());
  await keepPlan(ctx, next, plan);
  await noteStep(ctx, next.id, verb);
  tellChanged(ctx, next);
  return next;
};
