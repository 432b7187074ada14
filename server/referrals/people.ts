import { refuse } from '../../contract/refusal.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Input } from './input.ts';
import { noteStep, tellChanged, write } from './move.ts';
import { type Case, hold } from './relations.ts';
import { isOwner } from './turns.ts';

/** Somebody of the owning department or desk. */
const works = async ({ db }: Ctx, row: Case, personId: string): Promise<boolean> => {
  const there = row.ownerDepartmentId ? { departmentId: row.ownerDepartmentId } : { roles: { has: 'coordinator' as const } };
  const found = await db.membership.findFirst({
    where: { personId, hospitalId: row.ownerHospitalId ?? '', person: { active: true }, ...there },
  });
  return found !== null;
};

/** 分配/认领: the desk stays the owner, one person of it is named; the next step frees it again. */
export const assign = async (ctx: Ctx, { id, personId }: Input<'assign'>): Promise<Case> => {
  const { row } = await hold(ctx, id);
  const ours =
    isOwner(ctx.actor, { ...row, ownerPersonId: null }) ||
    ctx.actor.memberships.some(({ hospitalId, roles }) => hospitalId === row.ownerHospitalId && roles.includes('coordinator'));
  if (row.ownerHospitalId === null) refuse('conflict', 'assign.notNow', 'The referral has ended');
  if (!ours) refuse('forbidden', 'assign.notYours', 'Only those whose turn it is can name somebody');
  if (personId && !(await works(ctx, row, personId)))
    refuse('invalid', 'assign.stranger', 'Name somebody of the department or desk whose turn it is');
  const next = await write(ctx, row, { ownerPersonId: personId });
  await noteStep(ctx, next, { verb: 'assign' });
  tellChanged(ctx, next);
  return next;
};

/** 写给两边医生: a line of the history that both sides read. */
export const say = async (ctx: Ctx, { id, text }: Input<'say'>): Promise<Case> => {
  const { row } = await hold(ctx, id);
  await noteStep(ctx, row, { verb: 'say', note: text });
  tellChanged(ctx, row);
  return row;
};
