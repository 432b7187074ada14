import { Refusal } from '../../contract/refusal.ts';
import { writeRow } from '../audit/write.ts';
import type { Tx } from '../db/client.ts';
import type { Caller, House } from './house.ts';

/** The records that one request read or changed. */
export interface Saw {
  kind: string | null;
  ids: Set<string>;
}

interface Trail {
  name: string;
  caller: Caller;
  now: Date;
}

const rowOf = ({ name, caller: { actor, requestId }, now }: Trail) => ({
  at: now,
  actorId: actor.kind === 'person' ? actor.id : null,
  action: name,
  hospitalIds: [...new Set(actor.memberships.map(({ hospitalId }) => hospitalId))],
  requestId,
});

/** The row of a deed, in its transaction. */
export const recordDeed = (db: Tx, trail: Trail, saw: Saw): Promise<void> =>
  writeRow(db, { ...rowOf(trail), outcome: 'done', subjectKind: saw.kind, subjectIds: [...saw.ids] });

/** A refusal leaves its row outside the rolled-back transaction; strangers knocking leave none, or they could fill the disk. */
export const recordRefusal = async (house: House, trail: Trail, error: unknown): Promise<void> => {
  if (!(error instanceof Refusal) || trail.caller.actor.kind !== 'person' || error.code === 'unauthenticated') return;
  await writeRow(house.db.prisma, { ...rowOf(trail), outcome: 'refused', reason: `${error.code}:${error.reason}` });
};
