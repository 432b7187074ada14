import type { Consult } from '../db/generated/client.ts';
import { onDuty } from '../directory/roster.ts';
import type { Ctx } from '../edge/ctx.ts';
import { keepRinging, quietPages, ring, type Subject } from '../paging/pages.ts';
import { addWorkingTime } from '../reference/calendar.ts';
import { reference } from '../reference/index.ts';
import type { RingOrder, RingStep } from '../reference/shapes.ts';
import { busyAmong } from './busy.ts';
import { ringPeople, ringStep } from './dispatch.ts';
import { workingHours } from './limits.ts';

export const ESCALATE = 'consults.escalate';
export const subjectOf = ({ id }: Pick<Consult, 'id'>): Subject => ({ kind: 'consult', id });

export const ringOrder = async ({ db, now }: Ctx, { urgency }: Pick<Consult, 'urgency'>): Promise<RingOrder> =>
  (await reference(db, 'ringOrder', now)).data[urgency];

const ringDesk = (ctx: Ctx, row: Consult): Promise<void> => ring(ctx, callOf(row), { deskId: row.toHospitalId });

/** Whom this round of ringing has reached already, whatever they answered. */
const rungThisRound = async ({ db }: Ctx, row: Consult): Promise<Set<string | null>> => {
  const pages = await db.page.findMany({
    where: { subjectKind: 'consult', subjectId: row.id, rungAt: { gte: row.sentAt } },
    select: { personId: true },
  });
  return new Set(pages.map(({ personId }) => personId));
};

const callOf = (row: Consult) => ({ subject: subjectOf(row), urgency: row.urgency });

/** The next look at who can hear, once every step has rung. */
const lookLater = async (ctx: Ctx, row: Consult, { lookAgainEvery, working }: RingOrder): Promise<void> => {
  const later = new Date(ctx.now.getTime() + lookAgainEvery * 1000);
  const dueAt = working ? addWorkingTime(await workingHours(ctx), ctx.now, lookAgainEvery) : later;
  await ctx.alarm({ action: 'consults.lookAgain', subjectId: row.id, dueAt, input: { id: row.id } });
};

/**
 * Busy people were skipped, and duties change: whoever is on duty and free by now, and was not asked in this round, is rung
 * too, and a call that has ended lets the quiet ring of then be heard. Looks again until somebody answers.
 */
export const ringLate = async (ctx: Ctx, row: Consult): Promise<void> => {
  const order = await ringOrder(ctx, row);
  const rung = await rungThisRound(ctx, row);
  const duty = await onDuty(ctx.db, { departmentId: row.toDepartmentId, at: ctx.now });
  const people = duty.filter(({ personId }) => !rung.has(personId));
  await ringPeople(ctx, callOf(row), { people, skipBusy: order.skipBusy });
  const quiet = await quietPages(ctx, subjectOf(row));
  const busy = await busyAmong(
    ctx,
    quiet.flatMap(({ personId }) => personId ?? []),
  );
  for (const { id, personId } of quiet) if (personId && !busy.has(personId)) await keepRinging(ctx, id);
  await lookLater(ctx, row, order);
};

const ringOwn = async (ctx: Ctx, row: Consult, step: { step: RingStep; skipBusy: boolean }): Promise<boolean> => {
  const { toHospitalId: hospitalId, toDepartmentId: departmentId } = row;
  return ringStep(ctx, callOf(row), { hospitalId, departmentId, except: await rungThisRound(ctx, row), ...step });
};

const dueAt = async (ctx: Ctx, row: Consult, { after, working }: { after: number; working: boolean }): Promise<Date> => {
  const at = working ? addWorkingTime(await workingHours(ctx), row.sentAt, after) : new Date(row.sentAt.getTime() + after * 1000);
  return at > ctx.now ? at : ctx.now;
};

/**
 * Rings from this step on: a step in which nobody is free goes over into the next at once, so that with nobody on duty
 * the desk rings immediately. Sets the deadline of the step after.
 */
export const ringFrom = async (ctx: Ctx, row: Consult, first: number): Promise<void> => {
  const order = await ringOrder(ctx, row);
  const { steps, skipBusy, working } = order;
  let at = first;
  while (at < steps.length && !(await ringOwn(ctx, row, { step: steps[at]!.step, skipBusy }))) at += 1;
  const next = steps[at + 1];
  if (!next) return lookLater(ctx, row, order);
  const due = await dueAt(ctx, row, { after: next.after, working });
  await ctx.alarm({ action: ESCALATE, subjectId: row.id, dueAt: due, input: { id: row.id, step: at + 1 } });
};

interface Everybody {
  /** Rung as well, whether on duty or not. */
  alsoId?: string | undefined;
  exceptId?: string | undefined;
}

/** Both lines and the desk at once: somebody had accepted, and the time for going through the order is gone. */
export const ringEverybody = async (ctx: Ctx, row: Consult, { alsoId, exceptId }: Everybody): Promise<void> => {
  const order = await ringOrder(ctx, row);
  const duty = await onDuty(ctx.db, { departmentId: row.toDepartmentId, at: ctx.now });
  const people = duty.filter(({ personId }) => personId !== alsoId && personId !== exceptId);
  await ringPeople(ctx, callOf(row), { people, skipBusy: order.skipBusy });
  if (alsoId) {
    const line = duty.find(({ personId }) => personId === alsoId)?.line ?? null;
    await ring(ctx, callOf(row), { personId: alsoId, line });
  }
  await ringDesk(ctx, row);
  await lookLater(ctx, row, order);
};
