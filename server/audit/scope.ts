import type { Prisma } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

/** An auditor reads what concerns their hospitals; an overseer's auditor everything. */
export type Scope = 'everything' | string[];

export const scopeOf = async ({ db, actor }: Pick<Ctx, 'db' | 'actor'>): Promise<Scope> => {
  const hospitals = holding(actor, 'auditor').map(({ hospitalId }) => hospitalId);
  const overseeing = await db.hospital.count({ where: { id: { in: hospitals }, kind: 'overseer' } });
  return overseeing > 0 ? 'everything' : hospitals;
};

export const rowsIn = (scope: Scope): Prisma.AuditRowWhereInput =>
  scope === 'everything' ? {} : { hospitalIds: { hasSome: scope } };

export const consultsIn = (scope: Scope): Prisma.ConsultWhereInput =>
  scope === 'everything' ? {} : { OR: [{ fromHospitalId: { in: scope } }, { toHospitalId: { in: scope } }] };

export const peopleIn = (scope: Scope): Prisma.PersonWhereInput =>
  scope === 'everything' ? {} : { memberships: { some: { hospitalId: { in: scope } } } };
