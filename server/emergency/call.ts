import { ringPeople } from '../consults/dispatch.ts';
import type { EmergencyCase } from '../db/generated/client.ts';
import { onDuty } from '../directory/roster.ts';
import type { Ctx } from '../edge/ctx.ts';
import { ring } from '../paging/pages.ts';
import { reference } from '../reference/index.ts';
import type { RingStep } from '../reference/shapes.ts';
import { subjectOf } from './move.ts';

export const ESCALATE = 'emergency.escalate';
const LINES: Record<Exclude<RingStep, 'desk'>, 1 | 2> = { firstLine: 1, secondLine: 2 };

interface Side {
  hospitalId: string;
  departmentId: string;
}
const sidesOf = ({ fromHospitalId, fromDepartmentId, toHospitalId, toDepartmentId }: EmergencyCase): Side[] => [
  { hospitalId: fromHospitalId, departmentId: fromDepartmentId },
  ...(toHospitalId && toDepartmentId ? [{ hospitalId: toHospitalId, departmentId: toDepartmentId }] : []),
];

/** Sides for which nobody but the one who called has answered. */
const silentSides = async ({ db }: Ctx, row: EmergencyCase): Promise<Side[]> => {
  const answers = await db.emergencyStep.findMany({ where: { caseId: row.id, verb: 'answer' }, select: { hospitalId: true } });
  const answered = new Set(answers.map(({ hospitalId }) => hospitalId));
  return sidesOf(row).filter(({ hospitalId }) => !answered.has(hospitalId));
};

const orderOf = async ({ db, now }: Ctx) => (await reference(db, 'ringOrder', now)).data.stat;

/** True when somebody of this side was free to hear it. */
const ringStep = async (ctx: Ctx, row: EmergencyCase, { hospitalId, departmentId }: Side, step: RingStep): Promise<boolean> => {
  const call = { subject: subjectOf(row), urgency: 'stat' } as const;
  if (step === 'desk') {
    await ring(ctx, call, { deskId: hospitalId });
    return true;
  }
  const duty = await onDuty(ctx.db, { departmentId, at: ctx.now });
  const rung = new Set((await ctx.db.page.findMany({ where: { subjectId: row.id } })).map(({ personId }) => personId));
  const people = duty.filter(({ line, personId }) => line === LINES[step] && personId !== row.activatorId && !rung.has(personId));
  return ringPeople(ctx, call, { people, skipBusy: true });
};

/**
 * Rings each side that is silent from this step on: where nobody of a line is free the next rings at once (domain §0.2).
 * Sets the time of the step after.
 */
export const callTeam = async (ctx: Ctx, row: EmergencyCase, first: number): Promise<void> => {
  const { steps } = await orderOf(ctx);
  for (const side of await silentSides(ctx, row)) {
    let at = first;
    while (at < steps.length && !(await ringStep(ctx, row, side, steps[at]!.step))) at += 1;
  }
  const next = steps[first + 1];
  if (!next) return;
  const later = new Date(row.createdAt.getTime() + next.after * 1000);
  const dueAt = later > ctx.now ? later : ctx.now;
  await ctx.alarm({ action: ESCALATE, subjectId: row.id, dueAt, input: { id: row.id, step: first + 1 } });
};
