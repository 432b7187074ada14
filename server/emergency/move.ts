import { type EmergencyVerb, emergencySteps } from '../../contract/emergencySteps.ts';
import { advance } from '../../contract/kit.ts';
import type { EmergencyCase, Prisma } from '../db/generated/client.ts';
import type { Audience, Ctx } from '../edge/ctx.ts';
import type { Subject } from '../paging/pages.ts';
import type { Held } from './relations.ts';

export const subjectOf = ({ id }: Pick<EmergencyCase, 'id'>): Subject => ({ kind: 'emergency', id });

/** Both departments and both desks. */
export const everybody = (row: EmergencyCase): Audience[] => [
  `department:${row.fromDepartmentId}`,
  `desk:${row.fromHospitalId}`,
  `person:${row.activatorId}`,
  ...(row.toHospitalId ? [`desk:${row.toHospitalId}` as const] : []),
  ...(row.toDepartmentId ? [`department:${row.toDepartmentId}` as const] : []),
];

export const tellChanged = (ctx: Ctx, row: EmergencyCase): void => {
  for (const audience of everybody(row)) ctx.tell(audience, 'emergency.changed', { id: row.id, status: row.status });
};

/** Which of the two hospitals the actor stands for; null for the clock. */
const actingFor = ({ actor }: Ctx, { fromHospitalId, toHospitalId }: EmergencyCase): string | null => {
  const mine = new Set(actor.memberships.map(({ hospitalId }) => hospitalId));
  return [fromHospitalId, toHospitalId].find((id) => id !== null && mine.has(id)) ?? null;
};

interface Noted {
  verb: string;
  note?: string | undefined;
}

export const noteStep = async (ctx: Ctx, row: EmergencyCase, { verb, note }: Noted): Promise<void> => {
  const { db, actor, now } = ctx;
  const personId = actor.kind === 'person' ? actor.id : null;
  const step = { caseId: row.id, verb, personId, hospitalId: actingFor(ctx, row), at: now, note: note ?? null };
  await db.emergencyStep.create({ data: step });
};

type Change = Prisma.EmergencyCaseUncheckedUpdateInput;

/** Changes a case that this transaction holds, notes it and tells both sides. */
export const write = async (ctx: Ctx, row: EmergencyCase, { set, ...noted }: Noted & { set: Change }): Promise<EmergencyCase> => {
  const data = { ...set, version: { increment: 1 } };
  const next = await ctx.db.emergencyCase.update({ where: { id: row.id }, data });
  await noteStep(ctx, next, noted);
  tellChanged(ctx, next);
  return next;
};

/** One step of the machine on a row that is held. */
export const move = async (
  ctx: Ctx,
  { row, by }: Held,
  { verb, set = {}, note }: { verb: EmergencyVerb; set?: Change; note?: string | undefined },
): Promise<EmergencyCase> => {
  const status = advance(emergencySteps, { verb, from: row.status, relations: by });
  return write(ctx, row, { verb, note, set: { ...set, status } });
};
