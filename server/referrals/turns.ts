import type { ReferralStatus } from '../../contract/referralSteps.ts';
import type { Prisma } from '../db/generated/client.ts';
import { type Actor, holding } from '../edge/actor.ts';
import type { Case } from './relations.ts';

/** Whose turn: the doctors of the sending or receiving department, or the desk (转诊中心) of that side. */
type Turn = 'referrer' | 'senderDesk' | 'receiver' | 'receiverDesk';

const TURNS: Partial<Record<ReferralStatus, Turn>> = {
  draft: 'referrer',
  internalReview: 'senderDesk',
  returned: 'referrer',
  submitted: 'receiver',
  received: 'receiver',
  rejected: 'senderDesk',
  accepted: 'receiverDesk',
  arranged: 'referrer',
  departed: 'senderDesk',
  arrived: 'receiver',
  treated: 'receiver',
  discharged: 'receiver',
  summaryReturned: 'referrer',
  downOffered: 'senderDesk',
  followedUp: 'receiver',
  noShow: 'senderDesk',
  diverted: 'senderDesk',
};

export interface OwnerColumns {
  ownerHospitalId: string | null;
  ownerDepartmentId: string | null;
  ownerPersonId: string | null;
}
const NOBODY: OwnerColumns = { ownerHospitalId: null, ownerDepartmentId: null, ownerPersonId: null };

type Sides = Pick<Case, 'status' | 'takenOver' | 'fromHospitalId' | 'fromDepartmentId' | 'toHospitalId' | 'toDepartmentId'>;

/**
 * The one owner of the state the row is in, as columns; nobody once it is over. What nobody received in time is the
 * receiving desk's, and a hospital off the platform is answered for by the sender's desk.
 */
export const ownerOf = (row: Sides): OwnerColumns => {
  const turn = TURNS[row.status];
  if (!turn) return NOBODY;
  const sending = { hospital: row.fromHospitalId, department: row.fromDepartmentId };
  const receiving = row.toHospitalId
    ? { hospital: row.toHospitalId, department: row.toDepartmentId }
    : { hospital: row.fromHospitalId, department: null };
  const side = turn === 'referrer' || turn === 'senderDesk' ? sending : receiving;
  const asDesk = turn === 'senderDesk' || turn === 'receiverDesk' || (turn === 'receiver' && row.takenOver);
  return { ownerHospitalId: side.hospital, ownerDepartmentId: asDesk ? null : side.department, ownerPersonId: null };
};

/** Whether it is this actor's turn, as one of the owning department or desk, and nobody else has been named. */
export const isOwner = (actor: Actor, { ownerHospitalId, ownerDepartmentId, ownerPersonId }: OwnerColumns): boolean => {
  if (ownerPersonId !== null && ownerPersonId !== actor.id) return false;
  const roles = ownerDepartmentId ? (['doctor', 'specialist'] as const) : (['coordinator'] as const);
  return holding(actor, ...roles).some(
    ({ hospitalId, departmentId }) =>
      hospitalId === ownerHospitalId && (ownerDepartmentId === null || departmentId === ownerDepartmentId),
  );
};

/** The same question asked of the database. */
export const ownedBy = (actor: Actor): Prisma.ReferralWhereInput => {
  const clauses = [
    ...holding(actor, 'coordinator').map(({ hospitalId }) => ({ ownerHospitalId: hospitalId, ownerDepartmentId: null })),
    ...holding(actor, 'doctor', 'specialist').flatMap(({ hospitalId, departmentId }) =>
      departmentId ? [{ ownerHospitalId: hospitalId, ownerDepartmentId: departmentId }] : [],
    ),
  ];
  if (clauses.length === 0) return { id: { in: [] } };
  return { AND: [{ OR: clauses }, { OR: [{ ownerPersonId: null }, { ownerPersonId: actor.id }] }] };
};
