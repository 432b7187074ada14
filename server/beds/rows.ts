import type { z } from 'zod';
import type { BedView, WardView } from '../../contract/beds.ts';
import type { Tx } from '../db/client.ts';
import type { Bed, BedHold, Department } from '../db/generated/client.ts';
import { type Actor, holds } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

/** The desk and the department learn that beds have changed, not which. */
export const tellBeds = (ctx: Ctx, { hospitalId, departmentId }: Pick<Bed, 'hospitalId' | 'departmentId'>): void => {
  for (const audience of [`desk:${hospitalId}`, `department:${departmentId}`] as const) {
    ctx.tell(audience, 'beds.changed', { hospitalId });
  }
};

type Kept = BedHold & { referral: { id: string; referralNo: string; toDepartmentId: string | null } };
type WithHold = Bed & { holds: Kept[] };
type Ward = z.input<typeof WardView>;

/** The desk may open every referral to its hospital, a clinician those to their own department. */
const maySee = (actor: Actor, { hospitalId }: Bed, { referral }: Kept): boolean =>
  holds(actor, 'coordinator', { hospitalId }) ||
  actor.memberships.some((own) => own.departmentId !== null && own.departmentId === referral.toDepartmentId);

const bedView = (actor: Actor, bed: WithHold): z.input<typeof BedView> => {
  const [hold] = bed.holds;
  return {
    id: bed.id,
    label: bed.label,
    state: bed.state,
    freeAt: bed.freeAt?.toISOString() ?? null,
    heldUntil: hold?.until.toISOString() ?? null,
    heldFor: hold && maySee(actor, bed, hold) ? hold.referral : null,
  };
};

/** Beds by label as a person counts: ICU-2 before ICU-10. */
const LABELS = new Intl.Collator('zh-CN', { numeric: true });

const wardView = (actor: Actor, department: Department, beds: WithHold[]): Ward => {
  const said = Math.max(...beds.map(({ updatedAt }) => updatedAt.getTime()));
  return {
    department,
    beds: beds.sort((a, b) => LABELS.compare(a.label, b.label)).map((bed) => bedView(actor, bed)),
    free: beds.filter(({ state, holds: [hold] }) => state === 'free' && !hold).length,
    held: beds.filter(({ holds: [hold] }) => hold).length,
    total: beds.filter(({ state }) => state !== 'closed').length,
    updatedAt: beds.length > 0 ? new Date(said).toISOString() : null,
  };
};

/** These departments with their beds, in one query whatever their number; closed beds are shown and not counted. */
export const wardsOf = async ({ db, actor }: Ctx, departments: readonly Department[]): Promise<Ward[]> => {
  const rows: WithHold[] = await db.bed.findMany({
    where: { departmentId: { in: departments.map(({ id }) => id) } },
    include: {
      holds: {
        where: { status: 'held' },
        include: { referral: { select: { id: true, referralNo: true, toDepartmentId: true } } },
      },
    },
  });
  const beds = Map.groupBy(rows, ({ departmentId }) => departmentId);
  return departments.map((department) => wardView(actor, department, beds.get(department.id) ?? []));
};

export interface FreeBeds {
  free: number;
  /** When somebody last said so. */
  updatedAt: Date;
}

/** Beds that are free and not kept for anyone, by department; a department that keeps no book of its beds is not in it. */
export const freeBeds = async (db: Tx, departmentIds: readonly string[]): Promise<Map<string, FreeBeds>> => {
  const where = { departmentId: { in: [...departmentIds] } };
  const said = await db.bed.groupBy({ by: ['departmentId'], where, _max: { updatedAt: true } });
  const free = await db.bed.groupBy({
    by: ['departmentId'],
    where: { ...where, state: 'free', holds: { none: { status: 'held' } } },
    _count: true,
  });
  const counts = new Map(free.map(({ departmentId, _count }) => [departmentId, _count]));
  return new Map(
    said.map(({ departmentId, _max }) => [departmentId, { free: counts.get(departmentId) ?? 0, updatedAt: _max.updatedAt! }]),
  );
};
