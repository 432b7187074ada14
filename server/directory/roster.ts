import type { Tx } from '../db/client.ts';
import { covers, type Weekly } from './week.ts';

export interface OnDuty {
  personId: string;
  line: 1 | 2;
}

type Slot = Weekly & { personId: string; line: number };

/** Who of these slots is on duty, first line first; who stands in both lines at once counts in the first. */
export const dutyAt = (slots: readonly Slot[], at: Date): OnDuty[] => {
  const now = slots.filter((slot) => covers(slot, at)).sort((a, b) => a.line - b.line || a.personId.localeCompare(b.personId));
  return now
    .filter(({ personId }, place) => now.findIndex((other) => other.personId === personId) === place)
    .map(({ personId, line }) => ({ personId, line: line === 1 ? 1 : 2 }));
};

/** Slots of people who still work in the department. */
export const slotsOf = async (db: Tx, departmentIds: readonly string[]) => {
  const slots = await db.dutySlot.findMany({
    where: { departmentId: { in: [...departmentIds] }, person: { active: true } },
    include: { person: { select: { memberships: { select: { departmentId: true } } } } },
    orderBy: { id: 'asc' },
  });
  return slots.filter(({ departmentId, person }) =>
    person.memberships.some((membership) => membership.departmentId === departmentId),
  );
};

/** Whom the department's roster names at this instant. */
export const onDuty = async (db: Tx, { departmentId, at }: { departmentId: string; at: Date }): Promise<OnDuty[]> =>
  dutyAt(await slotsOf(db, [departmentId]), at);
