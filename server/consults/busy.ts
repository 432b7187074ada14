import type { Ctx } from '../edge/ctx.ts';

/** `inCall` may still feel a single vibration; the others are left in peace. */
export type Busy = 'engaged' | 'inCall';

const inCalls = async ({ db }: Ctx, ids: string[]): Promise<string[]> => {
  const seats = await db.seat.findMany({
    where: { personId: { in: ids }, leftAt: null, admittedAt: { not: null } },
    select: { personId: true },
  });
  return seats.map(({ personId }) => personId);
};

/** Operating or away by their own word, or holding a STAT: accepted, and its verbal advice still in time to come. */
const engaged = async ({ db, now }: Ctx, ids: string[]): Promise<string[]> => {
  const people = await db.person.findMany({ where: { id: { in: ids }, availability: { not: 'free' } }, select: { id: true } });
  const held = await db.consult.findMany({
    where: {
      consultantId: { in: ids },
      urgency: 'stat',
      status: { in: ['accepted', 'inSession'] },
      clockName: { in: ['join', 'verbalOpinion'] },
      clockDueAt: { gte: now },
    },
    select: { consultantId: true },
  });
  return [...people.map(({ id }) => id), ...held.flatMap(({ consultantId }) => consultantId ?? [])];
};

/** Who of these people should be skipped by a ring, and how (domain rule: busy people are skipped). */
export const busyAmong = async (ctx: Ctx, ids: string[]): Promise<Map<string, Busy>> => {
  const seated = await inCalls(ctx, ids);
  const others = await engaged(ctx, ids);
  return new Map<string, Busy>([...others.map((id) => [id, 'engaged'] as const), ...seated.map((id) => [id, 'inCall'] as const)]);
};
