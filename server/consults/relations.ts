import type { ConsultRelation } from '../../contract/consults.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Consult, Prisma } from '../db/generated/client.ts';
import { type Actor, holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

type Side = 'fromHospitalId' | 'fromDepartmentId' | 'requesterId' | 'toHospitalId' | 'toDepartmentId' | 'consultantId';
/** Columns and the values they must have, all of them: a `where` in SQL and a test of one row in code. */
type Clause = Partial<Record<Side, string>>;
export type PersonRelation = Exclude<ConsultRelation, 'clock' | 'call'>;

/** Role and relation in the same hospital, each relation in as many ways as the actor has memberships for it. */
const CLAUSES: Record<PersonRelation, (actor: Actor) => Clause[]> = {
  requester: (actor) =>
    holding(actor, 'doctor').flatMap(({ hospitalId, departmentId }) => [
      { fromHospitalId: hospitalId, requesterId: actor.id },
      ...(departmentId ? [{ fromHospitalId: hospitalId, fromDepartmentId: departmentId }] : []),
    ]),
  candidate: (actor) =>
    holding(actor, 'specialist').flatMap(({ hospitalId, departmentId }) =>
      departmentId ? [{ toHospitalId: hospitalId, toDepartmentId: departmentId }] : [],
    ),
  consultant: (actor) =>
    holding(actor, 'specialist').map(({ hospitalId }) => ({ toHospitalId: hospitalId, consultantId: actor.id })),
  inviterDesk: (actor) => holding(actor, 'coordinator').map(({ hospitalId }) => ({ fromHospitalId: hospitalId })),
  inviteeDesk: (actor) => holding(actor, 'coordinator').map(({ hospitalId }) => ({ toHospitalId: hospitalId })),
};
const ALL = Object.keys(CLAUSES) as PersonRelation[];

const fits = (row: Pick<Consult, Side>, clause: Clause): boolean =>
  Object.entries(clause).every(([column, value]) => row[column as Side] === value);

/** How this actor stands to this consult. */
export const relations = (actor: Actor, row: Pick<Consult, Side>): ReadonlySet<ConsultRelation> =>
  new Set(ALL.filter((name) => CLAUSES[name](actor).some((clause) => fits(row, clause))));

/**
 * The same question asked of the database: consults to which the actor stands in any of these relations. Prisma takes an
 * empty `OR` beside another condition for no condition at all, so "none" is said in so many words.
 */
export const related = (actor: Actor, names: readonly PersonRelation[] = ALL): Prisma.ConsultWhereInput => {
  const clauses = names.flatMap((name) => CLAUSES[name](actor));
  return clauses.length > 0 ? { OR: clauses } : { id: { in: [] } };
};

/** The row and the actor's relations to it; without any it does not exist for them. Leaves its trace in the audit row. */
export const load = async (ctx: Ctx, id: string): Promise<{ row: Consult; by: ReadonlySet<ConsultRelation> }> => {
  const row = await ctx.db.consult.findUnique({ where: { id } });
  const by = row && relations(ctx.actor, row);
  if (!row || !by || by.size === 0) return refuse('notFound', 'consult', 'There is no such consult among yours');
  saw(ctx, row);
  return { row, by };
};

const holdRow = (ctx: Ctx, id: string): Promise<unknown> =>
  ctx.db.$queryRaw`SELECT id FROM consult WHERE id = ${id}::uuid FOR UPDATE`;

/** As `load`, and nobody moves the case until this transaction is over: what is added to it meets no conflict. */
export const hold: typeof load = async (ctx, id) => {
  await holdRow(ctx, id);
  return load(ctx, id);
};

export const saw = (ctx: Ctx, { id, fromHospitalId, toHospitalId }: Consult): void =>
  ctx.saw('consult', [id], [fromHospitalId, toHospitalId]);

/** For the clock and for facts, which wait for whoever is changing the row; null when it is gone. */
export const lock = async (ctx: Ctx, id: string): Promise<Consult | null> => {
  await holdRow(ctx, id);
  const row = await ctx.db.consult.findUnique({ where: { id } });
  if (row) saw(ctx, row);
  return row;
};
