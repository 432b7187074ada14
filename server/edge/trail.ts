import { Refusal } from '../../contract/refusal.ts';
import { writeRow } from '../audit/write.ts';
import type { Tx } from '../db/client.ts';
import type { Caller, House } from './house.ts';

/** The records that one request read or changed, and the hospitals whose records they are. */
export interface Saw {
  kind: string | null;
  ids: Set<string>;
  hospitals: Set<string>;
}

interface Trail {
  name: string;
  caller: Caller;
  now: Date;
  saw: Saw;
}

const rowOf = ({ name, caller: { actor, requestId }, now, saw }: Trail) => ({
  at: now,
  actorId: actor.kind === 'person' ? actor.id : null,
  action: name,
  hospitalIds: [...new Set([...actor.memberships.map(({ hospitalId }) => hospitalId), ...saw.hospitals])],
  requestId,
  subjectKind: saw.kind,
  subjectIds: [...saw.ids],
});

/** Who signs in is nobody until it has succeeded; the row of that is their own. */
const signedIn = ({ caller, saw }: Trail): string | null =>
  caller.actor.kind === 'nobody' && saw.kind === 'person' ? ([...saw.ids][0] ?? null) : null;

/** The row of a deed, in its transaction. */
export const recordDeed = (db: Tx, trail: Trail): Promise<void> => {
  const row = rowOf(trail);
  return writeRow(db, { ...row, actorId: row.actorId ?? signedIn(trail), outcome: 'done' });
};

/**
 * A refusal leaves its row outside the rolled-back transaction. Strangers knocking leave none, or they could fill the
 * disk, unless the handler named what they knocked at.
 */
export const recordRefusal = async (house: House, trail: Trail, error: unknown): Promise<void> => {
  if (!(error instanceof Refusal)) return;
  const stranger = trail.caller.actor.kind !== 'person' || error.code === 'unauthenticated';
  if (stranger && trail.saw.ids.size === 0) return;
  await writeRow(house.db.prisma, { ...rowOf(trail), outcome: 'refused', reason: `${error.code}:${error.reason}` });
};
