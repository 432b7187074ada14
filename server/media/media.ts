import type { Notices, Notify } from './notices.ts';
import { refuseMedia } from './refusal.ts';
import { type Arrival, type Entrance, openRoom, type Room } from './room.ts';
import { askOf, type Listen, Workers } from './workers.ts';

/** Rooms by id. An id is opaque here: `consult:…` means nothing to this layer. */
export interface Media {
  /** Takes a seat in the room that the grant names; the first to come makes the room. */
  join(arrival: Arrival, borrower: Notify): Promise<Entrance>;
  /** Sends everybody out of a room, if there is one. */
  end(room: string, why: Notices['ended']['why']): Promise<void>;
  health(): { ready: boolean; workers: number; remedy: string | null };
  close(): Promise<void>;
}

type Log = ConstructorParameters<typeof Workers>[1];

/** @throws when the worker binary cannot run (the remedy is `npm run setup:media`) or a media port is taken. */
export const openMedia = async (listen: Listen, log: Log): Promise<Media> => {
  const workers = new Workers(listen, log);
  await workers.open().catch((error: unknown) => {
    workers.close();
    throw error;
  });
  const rooms = new Map<string, Promise<Room>>();

  const make = async (id: string): Promise<Room> => {
    const bench = await workers.leastLoaded();
    const room = await askOf(bench, () => openRoom(id, bench));
    if (room.closed) return refuseMedia('unavailable', 'media.gone', 'The room is being brought back; join again');
    return room;
  };

  /** Kept from the first asking on, so that two who come at once find the same room. */
  const room = (id: string): Promise<Room> => {
    const known = rooms.get(id);
    if (known) return known;
    const coming = make(id);
    rooms.set(id, coming);
    const forget = () => void (rooms.get(id) === coming && rooms.delete(id));
    coming.then((made) => made.once('closed', forget), forget);
    return coming;
  };

  return {
    async join(arrival, borrower) {
      const found = await room(arrival.grant.room);
      // The last one may have left, and the room with them, while this one was at the door.
      const there = found.closed ? await room(arrival.grant.room) : found;
      return askOf(there.bench, () => there.join(arrival, borrower));
    },
    async end(id, why) {
      (await rooms.get(id)?.catch(() => undefined))?.end(why);
    },
    health: () => ({
      ready: workers.alive > 0,
      workers: workers.alive,
      remedy: workers.alive > 0 ? null : 'The media worker keeps dying; see the log, then run: npm run setup:media',
    }),
    async close() {
      for (const coming of rooms.values()) (await coming.catch(() => undefined))?.close();
      workers.close();
    },
  };
};
