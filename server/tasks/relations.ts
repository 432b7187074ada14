import { refuse } from '../../contract/refusal.ts';
import type { TaskRelation } from '../../contract/tasks.ts';
import type { Prisma, Task } from '../db/generated/client.ts';
import { type Actor, holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

type Column =
  | 'ownerHospitalId'
  | 'ownerDepartmentId'
  | 'ownerRole'
  | 'ownerPersonId'
  | 'openedByHospitalId'
  | 'openedByDepartmentId'
  | 'openedById';
/** Columns and the values they must have, all of them: a `where` in SQL and a test of one row in code. */
type Clause = Partial<Pick<Task, Column>>;
export type PersonRelation = Exclude<TaskRelation, 'feature' | 'clock'>;

const ROLES = ['doctor', 'specialist', 'coordinator'] as const;

/** The desks at which somebody stands with a role: of their department, and those of the whole hospital. */
const desksOf = (actor: Actor, role: (typeof ROLES)[number]): Clause[] =>
  holding(actor, role).flatMap(({ hospitalId, departmentId }) =>
    [...new Set([departmentId, null])].map((ownerDepartmentId) => ({
      ownerHospitalId: hospitalId,
      ownerRole: role,
      ownerDepartmentId,
      ownerPersonId: null,
    })),
  );

/** Role and relation in the same hospital, each relation in as many ways as the actor has memberships for it. */
const CLAUSES: Record<PersonRelation, (actor: Actor) => Clause[]> = {
  owner: (actor) => [
    ...holding(actor, ...ROLES).map(({ hospitalId }) => ({ ownerHospitalId: hospitalId, ownerPersonId: actor.id })),
    ...ROLES.flatMap((role) => desksOf(actor, role)),
  ],
  ownerDesk: (actor) => holding(actor, 'coordinator').map(({ hospitalId }) => ({ ownerHospitalId: hospitalId })),
  opener: (actor) => [
    ...holding(actor, 'doctor', 'specialist').flatMap(({ hospitalId, departmentId }): Clause[] => [
      { openedByHospitalId: hospitalId, openedById: actor.id },
      ...(departmentId ? [{ openedByHospitalId: hospitalId, openedByDepartmentId: departmentId }] : []),
    ]),
    ...holding(actor, 'coordinator').map(({ hospitalId }) => ({ openedByHospitalId: hospitalId })),
  ],
};
const ALL = Object.keys(CLAUSES) as PersonRelation[];

const fits = (row: Task, clause: Clause): boolean =>
  Object.entries(clause).every(([column, value]) => row[column as Column] === value);

/** How this actor stands to this task. */
export const relations = (actor: Actor, row: Task): ReadonlySet<TaskRelation> =>
  new Set(ALL.filter((name) => CLAUSES[name](actor).some((clause) => fits(row, clause))));

/** The same question asked of the database; "none" is said in so many words, since an empty `OR` would be no condition. */
export const related = (actor: Actor, names: readonly PersonRelation[] = ALL): Prisma.TaskWhereInput => {
  const clauses = names.flatMap((name) => CLAUSES[name](actor));
  return clauses.length > 0 ? { OR: clauses } : { id: { in: [] } };
};

/** A task leaves its trace in the trail as a deed about its case. */
const saw = (ctx: Ctx, row: Task): void =>
  ctx.saw(row.subjectKind, [row.subjectId], [row.ownerHospitalId, row.openedByHospitalId]);

/** The row and the actor's relations to it; without any it does not exist for them. */
export const load = async (ctx: Ctx, id: string): Promise<{ row: Task; by: ReadonlySet<TaskRelation> }> => {
  const row = await ctx.db.task.findUnique({ where: { id } });
  const by = row && relations(ctx.actor, row);
  if (!row || !by || by.size === 0) return refuse('notFound', 'task', 'There is no such task among yours');
  saw(ctx, row);
  return { row, by };
};

/** For the clock, which waits for whoever is changing the row; null when it is gone. */
export const lock = async (ctx: Ctx, id: string): Promise<Task | null> => {
  await ctx.db.$queryRaw`SELECT id FROM task WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await ctx.db.task.findUnique({ where: { id } });
  if (row) saw(ctx, row);
  return row;
};
