import type { Availability } from '../../contract/auth.ts';
import type { Presence } from '../../contract/directory.ts';
import type { Tx } from '../db/client.ts';

/** Who has a line open to this server. */
export interface Lines {
  change(personId: string, by: 1 | -1): void;
  open(personId: string): boolean;
}

export const openPresence = (): Lines => {
  const lines = new Map<string, number>();
  return {
    change(personId, by) {
      const count = (lines.get(personId) ?? 0) + by;
      if (count > 0) lines.set(personId, count);
      else lines.delete(personId);
    },
    open: (personId) => lines.has(personId),
  };
};

interface State {
  availability: Availability;
  inCall: boolean;
  online: boolean;
}

/** What a person says of themselves comes before what can be seen, except that a call shows over 离开. */
const presence = ({ availability, inCall, online }: State): Presence => {
  if (availability === 'operating') return 'operating';
  if (inCall) return 'inCall';
  return online && availability === 'free' ? 'online' : 'offline';
};

/** How each of these people can be reached now; `offline` may still be rung, a telephone wakes them. */
export const presenceOf = async (db: Tx, lines: Lines, personIds: readonly string[]): Promise<Map<string, Presence>> => {
  const people = await db.person.findMany({ where: { id: { in: [...personIds] } }, select: { id: true, availability: true } });
  const seats = await db.seat.findMany({ where: { personId: { in: [...personIds] }, leftAt: null }, select: { personId: true } });
  const seated = new Set(seats.map(({ personId }) => personId));
  return new Map(
    people.map(({ id, availability }) => [id, presence({ availability, inCall: seated.has(id), online: lines.open(id) })]),
  );
};
