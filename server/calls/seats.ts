import type { CallRef, SeatView } from '../../contract/calls.ts';
import { hospitalRefs, personRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Admission } from './admission.ts';

interface Coming {
  call: CallRef;
  device: string;
  waiting: boolean;
}

const place = ({ kind, id }: CallRef) => ({ kind, subjectId: id });

export const inRoom = (call: CallRef) => ({ ...place(call), waiting: false, leftAt: null });

/**
 * Opens the row of this device, or finds it open; `admitted` when it is only now let in. A return within the lease keeps
 * the time of the first admission.
 */
export const takeSeat = async (
  { db, actor, now }: Ctx,
  { call, device, waiting }: Coming,
  { role, hospitalId }: Admission,
): Promise<{ id: string; admitted: boolean }> => {
  const key = { ...place(call), personId: actor.id, device };
  const before = await db.seat.findUnique({ where: { kind_subjectId_personId_device: key } });
  const stillIn = before?.leftAt === null && before.admittedAt !== null;
  const admittedAt = waiting ? null : stillIn ? before.admittedAt : now;
  const state = { role, hospitalId, waiting, enteredAt: now, admittedAt, leftAt: null };
  const { id } = await db.seat.upsert({
    where: { kind_subjectId_personId_device: key },
    create: { ...key, ...state },
    update: state,
  });
  return { id, admitted: !waiting && !stillIn };
};

type Who = { id: string; personId: string; hospitalId: string; role: SeatView['role'] };

/** Seats as others see them; what they send is known to the media only. */
export const seatViews = async ({ db }: Ctx, seats: readonly Who[]): Promise<Omit<SeatView, 'sources'>[]> => {
  const people = await personRefs(
    db,
    seats.map(({ personId }) => personId),
  );
  const hospitals = await hospitalRefs(
    db,
    seats.map(({ hospitalId }) => hospitalId),
  );
  return seats.map(({ id, personId, hospitalId, role }) => {
    const { name, shortName } = hospitals.get(hospitalId)!;
    return { seat: id, person: people.get(personId)!, hospital: { name, shortName }, role };
  });
};
