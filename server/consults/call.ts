import { type ConsultRelation, ROOM_OPEN } from '../../contract/consults.ts';
import { refuse } from '../../contract/refusal.ts';
import { type Admission, type CallGrant, CONVERSATION } from '../calls/index.ts';
import { load } from './relations.ts';

const INVITERS: readonly ConsultRelation[] = ['requester', 'inviterDesk'];

const roleOf = (by: ReadonlySet<ConsultRelation>): Admission['role'] => {
  if (by.has('consultant')) return 'consultant';
  return by.has('requester') ? 'requester' : 'other';
};

/**
 * Who may speak in the room of a consult: everybody with a relation to it once it has been accepted; before that only
 * the side that asked, which may sit there and wait.
 */
export const callGrant: CallGrant = async (ctx, id) => {
  const { row, by } = await load(ctx, id);
  const inviting = INVITERS.some((relation) => by.has(relation));
  if (row.status === 'requested' && !inviting) refuse('conflict', 'call.acceptFirst', 'Accept the consult before joining');
  if (row.status !== 'requested' && !ROOM_OPEN.includes(row.status))
    refuse('conflict', 'call.notOpen', 'There is no call in this state');
  const role = roleOf(by);
  const hospitalId = role === 'consultant' || !inviting ? row.toHospitalId : row.fromHospitalId;
  return { role, hospitalId, sources: CONVERSATION, listen: true };
};
