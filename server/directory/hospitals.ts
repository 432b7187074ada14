import type { directory } from '../../contract/directory.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Handlers } from '../edge/ctx.ts';
import { HOSPITAL_REF } from './refs.ts';

/** An overseer sees all, everybody else their own hospitals and those that they have or had an agreement with. */
export const hospitals: Handlers<typeof directory>['hospitals'] = async ({ db, actor }) => {
  const ids = actor.memberships.map(({ hospitalId }) => hospitalId);
  const overseer = await db.hospital.count({ where: { id: { in: ids }, kind: 'overseer' } });
  const near: Prisma.HospitalWhereInput = {
    OR: [
      { id: { in: ids } },
      { asInviter: { some: { inviteeId: { in: ids } } } },
      { asInvitee: { some: { inviterId: { in: ids } } } },
    ],
  };
  const items = await db.hospital.findMany({
    where: { active: true, kind: { not: 'overseer' }, ...(overseer === 0 && near) },
    select: HOSPITAL_REF,
    orderBy: [{ kind: 'asc' }, { division: 'asc' }, { id: 'asc' }],
  });
  return { items };
};
