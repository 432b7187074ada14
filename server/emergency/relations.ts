import type { EmergencyRelation } from '../../contract/emergencySteps.ts';
import { refuse } from '../../contract/refusal.ts';
import type { EmergencyCase, Prisma } from '../db/generated/client.ts';
import { type Actor, holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

export type By = ReadonlySet<EmergencyRelation>;
export interface Held {
  row: EmergencyCase;
  by: By;
}
type Where = Prisma.EmergencyCaseWhereInput;

const desks = (actor: Actor): string[] => holding(actor, 'coordinator').map(({ hospitalId }) => hospitalId);
const clinicians = (actor: Actor) => holding(actor, 'doctor', 'specialist');

/** A rescue is a whole hospital's: every doctor of the county hospital may be called to the bed, at the partner's the asked department. */
export const relations = (actor: Actor, row: EmergencyCase): By => {
  const by = new Set<EmergencyRelation>();
  if (clinicians(actor).some(({ hospitalId }) => hospitalId === row.fromHospitalId)) by.add('local');
  if (clinicians(actor).some(({ departmentId }) => departmentId !== null && departmentId === row.toDepartmentId))
    by.add('partner');
  if (desks(actor).includes(row.fromHospitalId)) by.add('localDesk');
  if (row.toHospitalId && desks(actor).includes(row.toHospitalId)) by.add('partnerDesk');
  return by;
};

/** The same question asked of the database; "none" is said in so many words. */
export const related = (actor: Actor): Where => {
  const any: Where[] = [
    ...clinicians(actor).map(({ hospitalId }) => ({ fromHospitalId: hospitalId })),
    ...clinicians(actor).flatMap(({ departmentId }) => (departmentId ? [{ toDepartmentId: departmentId }] : [])),
    ...desks(actor).flatMap((hospitalId) => [{ fromHospitalId: hospitalId }, { toHospitalId: hospitalId }]),
  ];
  return any.length > 0 ? { OR: any } : { id: { in: [] } };
};

export const hospitalsOf = ({ fromHospitalId, toHospitalId }: EmergencyCase): string[] =>
  toHospitalId ? [fromHospitalId, toHospitalId] : [fromHospitalId];

export const saw = (ctx: Ctx, ...rows: EmergencyCase[]): void =>
  ctx.saw(
    'emergency',
    rows.map(({ id }) => id),
    rows.flatMap(hospitalsOf),
  );

/** The row and the actor's relations to it; without any it does not exist for them. */
export const load = async (ctx: Ctx, id: string): Promise<Held> => {
  const row = await ctx.db.emergencyCase.findUnique({ where: { id } });
  const by = row && relations(ctx.actor, row);
  if (!row || !by || by.size === 0) return refuse('notFound', 'emergency', 'There is no such case among yours');
  saw(ctx, row);
  return { row, by };
};

const holdRow = (ctx: Ctx, id: string): Promise<unknown> =>
  ctx.db.$queryRaw`SELECT id FROM emergency_case WHERE id = ${id}::uuid FOR UPDATE`;

/** As `load`, and nobody moves the case until this transaction is over. */
export const hold = async (ctx: Ctx, id: string): Promise<Held> => {
  await holdRow(ctx, id);
  return load(ctx, id);
};

/** For facts of other cases, whose audit row names those; null when there is no such case. */
export const claim = async (ctx: Ctx, id: string): Promise<EmergencyCase | null> => {
  await holdRow(ctx, id);
  return ctx.db.emergencyCase.findUnique({ where: { id } });
};

/** For the clock and for facts of its own; null when there is no such case. */
export const lock = async (ctx: Ctx, id: string): Promise<EmergencyCase | null> => {
  const row = await claim(ctx, id);
  if (row) saw(ctx, row);
  return row;
};
