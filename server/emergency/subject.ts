import { refuse } from '../../contract/refusal.ts';
import { type CallGrant, CONVERSATION } from '../calls/index.ts';
import type { Access } from '../records/attachments/index.ts';
import type { SubjectAccess, SubjectNumbers } from '../records/subjects.ts';
import { everybody } from './move.ts';
import { hold, hospitalsOf, load } from './relations.ts';

/** The team speaks from the first second; nobody needs to have answered. */
export const callGrant: CallGrant = async (ctx, id) => {
  const { row, by } = await load(ctx, id);
  if (row.status !== 'active') refuse('conflict', 'call.notOpen', 'There is no call in this state');
  const local = by.has('local') || by.has('localDesk');
  const hospitalId = local ? row.fromHospitalId : row.toHospitalId!;
  return { role: local ? 'requester' : 'consultant', hospitalId, sources: CONVERSATION, listen: true };
};

export const taskAccess: SubjectAccess = async (ctx, id) => {
  const { row } = await hold(ctx, id);
  return { mayAdd: row.status !== 'stoodDown', hospitalIds: hospitalsOf(row) };
};

export const emergencyNumbers: SubjectNumbers = async ({ db }, ids) => {
  const rows = await db.emergencyCase.findMany({ where: { id: { in: [...ids] } }, select: { id: true, emergencyNo: true } });
  return new Map(rows.map(({ id, emergencyNo }) => [id, emergencyNo]));
};

export const attachmentAccess: Access = async (ctx, id, how) => {
  const { row } = await (how === 'hold' ? hold : load)(ctx, id);
  return { mayAdd: row.status !== 'stoodDown', audience: everybody(row) };
};
