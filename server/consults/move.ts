import { type ConsultRelation, type ConsultVerb, consultSteps } from '../../contract/consults.ts';
import { advance } from '../../contract/kit.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Consult, Prisma } from '../db/generated/client.ts';
import type { Audience, Ctx } from '../edge/ctx.ts';
import { type Plan, planOf, workingHours } from './limits.ts';
import { lock } from './relations.ts';

export type Change = Prisma.ConsultUncheckedUpdateInput;

/** Both sides of a case: departments, desks, and the consultant, who may be of another department. */
export const bothSides = (row: Consult): Audience[] => [
  `department:${row.fromDepartmentId}`,
  `department:${row.toDepartmentId}`,
  `desk:${row.fromHospitalId}`,
  `desk:${row.toHospitalId}`,
  ...(row.consultantId ? [`person:${row.consultantId}` as const] : []),
];

/** Both sides learn that something changed and fetch it again; nobody learns what. */
export const tellChanged = (ctx: Ctx, row: Consult): void => {
  for (const audience of bothSides(row)) ctx.tell(audience, 'consult.changed', { id: row.id, status: row.status });
};

/** The case of a center that it began from learns of it. */
export const tellCenter = async (ctx: Ctx, { emergencyId, consultNo }: Consult, verb: string): Promise<void> => {
  if (emergencyId) await ctx.happened('links.moved', { emergencyId, kind: 'consult', number: consultNo, verb, at: ctx.now });
};

export const noteStep = async ({ db, actor, now }: Ctx, consultId: string, verb: string): Promise<void> => {
  await db.consultStep.create({ data: { consultId, verb, personId: actor.kind === 'person' ? actor.id : null, at: now } });
};

const changedMeanwhile = async (): Promise<never> =>
  refuse('conflict', 'consult.moved', 'Somebody else has just changed this consult; look again');

const standsAs = (now: Consult | null, { status, consultantId, sentAt }: Consult): now is Consult =>
  now?.status === status && now.consultantId === consultantId && now.sentAt.getTime() === sentAt.getTime();

/**
 * Takes the row for the rest of the transaction, if it still stands where it was read. What was added to the case meanwhile
 * (a picture, a line of advice) is no conflict: an answer must not fail because the ECG arrives.
 */
const take = async (ctx: Ctx, row: Consult, lost = changedMeanwhile): Promise<Consult> => {
  const now = await lock(ctx, row.id);
  return standsAs(now, row) ? now : await lost();
};

/** Changes a case that this transaction holds. */
export const write = ({ db }: Ctx, { id }: Consult, data: Change): Promise<Consult> =>
  db.consult.update({ where: { id }, data: { ...data, version: { increment: 1 } } });

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
  await ctx.settle(row.id);
  const taken = await take(ctx, row, lost);
  const plan = await planFor(ctx, { ...taken, ...(set as Partial<Consult>), status });
  const ended = isOver({ status }) ? { endedAt: ctx.now } : {};
  const next = await write(ctx, taken, { ...set, status, ...clockColumns(plan), ...ended });
  await keepPlan(ctx, next, plan);
  await noteStep(ctx, next.id, verb);
  await tellCenter(ctx, next, verb);
  tellChanged(ctx, next);
  return next;
};
