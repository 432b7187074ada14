import { beds as contract } from '../../contract/beds.ts';
import { refuse } from '../../contract/refusal.ts';
import { ownHospital } from '../directory/own.ts';
import { holds } from '../edge/actor.ts';
import { type Handlers, keep } from '../edge/ctx.ts';
import { put } from './put.ts';
import { tellBeds, wardsOf } from './rows.ts';

export { extendHold, type Hold, holdBed, holdOf, releaseHold, useBed } from './holds.ts';
export { type FreeBeds, freeBeds } from './rows.ts';

type Verbs = Handlers<typeof contract>;

const list: Verbs['list'] = async (ctx, { hospitalId }) => {
  const own = ownHospital(ctx, contract.list.who, hospitalId);
  const departments = await ctx.db.department.findMany({ where: { hospitalId: own }, orderBy: { code: 'asc' } });
  return { wards: await wardsOf(ctx, departments) };
};

const remove: Verbs['remove'] = async (ctx, { id }) => {
  await ctx.db.$queryRaw`SELECT id FROM bed WHERE id = ${id}::uuid FOR UPDATE`;
  const bed = await ctx.db.bed.findUnique({ where: { id }, include: { holds: true } });
  if (!bed || !holds(ctx.actor, 'coordinator', { hospitalId: bed.hospitalId })) {
    return refuse('notFound', 'bed', 'There is no such bed in your hospital');
  }
  if (bed.holds.some(({ status }) => status === 'held')) {
    refuse('conflict', 'bed.held', 'This bed is kept for a patient; it cannot be removed now');
  }
  // Which bed a patient had stays on record.
  if (bed.holds.length > 0) refuse('conflict', 'bed.onRecord', 'Patients have been referred to this bed; close it instead');
  await ctx.db.bed.delete({ where: { id } });
  ctx.saw('bed', [id], [bed.hospitalId]);
  tellBeds(ctx, bed);
  return {};
};

export const beds = keep(contract, { list, put, remove });
