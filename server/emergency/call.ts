import { ringStep } from '../consults/dispatch.ts';
import type { EmergencyCase } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { reference } from '../reference/index.ts';
import { subjectOf } from './move.ts';

export const ESCALATE = 'emergency.escalate';

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

const rungAlready = async ({ db }: Ctx, { id, activatorId }: EmergencyCase): Promise<Set<string | null>> => {
  const pages = await db.page.findMany({ where: { subjectKind: 'emergency', subjectId: id }, select: { personId: true } });
  return new Set([activatorId, ...pages.map(({ personId }) => personId)]);
};

/**
 * Rings each side that is silent from this step on: where nobody of a line is free the next rings at once (domain §0.2).
 * Sets the time of the step after.
 */
export const callTeam = async (ctx: Ctx, row: EmergencyCase, first: number): Promise<void> => {
  const { steps, skipBusy } = await orderOf(ctx);
  const call = { subject: subjectOf(row), urgency: 'stat' } as const;
  for (const side of await silentSides(ctx, row)) {
    const called = { ...side, except: await rungAlready(ctx, row), skipBusy };
    let at = first;
    while (at < steps.length && !(await ringStep(ctx, call, { ...called, step: steps[at]!.step }))) at += 1;
  }
  const next = steps[first + 1];
  if (!next) return;
  const later = new Date(row.createdAt.getTime() + next.after * 1000);
  const dueAt = later > ctx.now ? later : ctx.now;
  await ctx.alarm({ action: ESCALATE, subjectId: row.id, dueAt, input: { id: row.id, step: first + 1 } });
};
