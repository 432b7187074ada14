import type { Role } from '../../contract/kit.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Department } from '../db/generated/client.ts';
import { holding, holds } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

/** The hospital asked for, or the caller's first, among those where they hold one of the roles. */
export const ownHospital = ({ actor }: Ctx, roles: readonly Role[], asked: string | undefined): string => {
  const own = holding(actor, ...roles).map(({ hospitalId }) => hospitalId);
  const id = asked ?? own[0];
  return id && own.includes(id) ? id : refuse('notFound', 'hospital', 'There is no such hospital among yours');
};

/** The department, if the caller coordinates its hospital. */
export const coordinated = async ({ db, actor }: Ctx, departmentId: string): Promise<Department> => {
  const department = await db.department.findUnique({ where: { id: departmentId } });
  if (!department || !holds(actor, 'coordinator', { hospitalId: department.hospitalId })) {
    return refuse('notFound', 'department', 'There is no such department in your hospital');
  }
  return department;
};
