import type { Destination } from '../../contract/referralSheet.ts';
import { inForce } from '../directory/agreements.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Case } from './relations.ts';

/**
 * Departments of the same specialty at the sender's other partners that have not been asked, nearest kind of partnership
 * first: whom a green lane asks next when nobody answers.
 */
export const destinationsLeft = async (ctx: Ctx, row: Case): Promise<Destination[]> => {
  const asked = new Set(row.offers.map(({ hospitalId }) => hospitalId));
  const wanted = row.toDepartmentId && (await ctx.db.department.findUnique({ where: { id: row.toDepartmentId } }));
  if (!wanted) return [];
  const agreements = await ctx.db.agreement.findMany({
    where: { inviterId: row.fromHospitalId, invitedCodes: { has: wanted.code }, invitee: { active: true }, ...inForce(ctx.now) },
    orderBy: [{ partnerType: 'desc' }, { id: 'asc' }],
  });
  const open = agreements.map(({ inviteeId }) => inviteeId).filter((id) => !asked.has(id));
  const departments = await ctx.db.department.findMany({ where: { hospitalId: { in: open }, code: wanted.code } });
  return open.flatMap((id) => departments.filter(({ hospitalId }) => hospitalId === id).map((one) => ({ departmentId: one.id })));
};
