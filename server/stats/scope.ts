import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

/** What an actor may count: everything, or what their hospitals sent or were sent. */
export type Scope = 'everything' | readonly string[];

/** An overseer (州/省) counts all hospitals; an administrator or coordinator those they hold the role in. */
export const scopeOf = async ({ db, actor }: Pick<Ctx, 'db' | 'actor'>): Promise<Scope> => {
  const hospitals = [...new Set(holding(actor, 'admin', 'coordinator').map(({ hospitalId }) => hospitalId))];
  const overseeing = await db.hospital.count({ where: { id: { in: hospitals }, kind: 'overseer' } });
  return overseeing > 0 ? 'everything' : hospitals;
};
