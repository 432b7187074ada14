import type { BrokenGlass } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';

/** How long a broken glass lets one read. */
const HOUR_MS = 3_600_000;

interface Subject {
  kind: string;
  id: string;
}

/** 应急查看: opens one case to somebody without a relation, read only, for an hour; the reason stays on record. */
export const breakGlass = async ({ db, actor, now }: Ctx, { kind, id }: Subject, reason: string): Promise<void> => {
  const until = new Date(now.getTime() + HOUR_MS);
  await db.brokenGlass.create({ data: { subjectKind: kind, subjectId: id, personId: actor.id, reason, brokenAt: now, until } });
};

/** The glass that the actor broke for this case and that is still open; null without one. */
export const openGlass = ({ db, actor, now }: Ctx, { kind, id }: Subject): Promise<BrokenGlass | null> =>
  db.brokenGlass.findFirst({
    where: { subjectKind: kind, subjectId: id, personId: actor.id, until: { gt: now } },
    orderBy: { until: 'desc' },
  });
