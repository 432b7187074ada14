import type { z } from 'zod';
import { verbs } from '../../contract/kit.ts';
import { TaskSubject, type Task as TaskView, taskSteps } from '../../contract/tasks.ts';
import type { Task } from '../db/generated/client.ts';
import { departmentRefs, hospitalRefs, personRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { SubjectNumbers } from '../records/subjects.ts';
import { relations } from './relations.ts';

type View = z.input<typeof TaskView>;
/** How each kind of case is numbered. */
export type Numbers = Record<TaskSubject['kind'], SubjectNumbers>;

const instantOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The numbers of all cases that these tasks are about, in one question for each kind. */
const numbersOf = async (ctx: Ctx, numbers: Numbers, rows: readonly Task[]): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  for (const [kind, some] of Map.groupBy(rows, ({ subjectKind }) => subjectKind as TaskSubject['kind'])) {
    const ids = [...new Set(some.map(({ subjectId }) => subjectId))];
    for (const [id, no] of await numbers[kind](ctx, ids)) found.set(id, no);
  }
  return found;
};

const refsOf = async ({ db }: Ctx, rows: readonly Task[]) => ({
  hospitals: await hospitalRefs(
    db,
    rows.flatMap(({ ownerHospitalId, openedByHospitalId }) => [ownerHospitalId, openedByHospitalId]),
  ),
  departments: await departmentRefs(
    db,
    rows.flatMap(({ ownerDepartmentId, openedByDepartmentId }) => [ownerDepartmentId, openedByDepartmentId]),
  ),
  people: await personRefs(
    db,
    rows.flatMap(({ ownerPersonId, openedById, endedById }) => [ownerPersonId, openedById, endedById]),
  ),
});
type Refs = Awaited<ReturnType<typeof refsOf>>;

const sidesOf = (row: Task, { hospitals, departments, people }: Refs): Pick<View, 'owner' | 'openedBy'> => {
  const side = (hospitalId: string, departmentId: string | null, personId: string | null) => ({
    hospital: hospitals.get(hospitalId)!,
    department: departmentId ? departments.get(departmentId)! : null,
    person: personId ? people.get(personId)! : null,
  });
  return {
    owner: { ...side(row.ownerHospitalId, row.ownerDepartmentId, row.ownerPersonId), role: row.ownerRole },
    openedBy: side(row.openedByHospitalId, row.openedByDepartmentId, row.openedById),
  };
};

/** Tasks as this reader may see them, in a handful of queries whatever their number. */
export const viewsOf = async (ctx: Ctx, numbers: Numbers, rows: readonly Task[]): Promise<View[]> => {
  const refs = await refsOf(ctx, rows);
  const known = await numbersOf(ctx, numbers, rows);
  return rows.map((row) => {
    const by = relations(ctx.actor, row);
    return {
      id: row.id,
      kind: row.kind,
      status: row.status,
      subject: { ...TaskSubject.parse({ kind: row.subjectKind, id: row.subjectId }), no: known.get(row.subjectId)! },
      title: row.title,
      detail: row.detail,
      ...sidesOf(row, refs),
      mine: row.status === 'open' && by.has('owner'),
      openedAt: row.openedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      readAt: instantOrNull(row.readAt),
      escalatedAt: instantOrNull(row.escalatedAt),
      endedAt: instantOrNull(row.endedAt),
      endedBy: row.endedById ? refs.people.get(row.endedById)! : null,
      note: row.note,
      can: verbs(taskSteps, row.status, by),
    };
  });
};
