import { LiveCall } from '../../client/src/calls/engine/call.ts';
import type { CallState, Wire } from '../../client/src/calls/engine/types.ts';
import type { GrantedSource } from '../../server/media/grant.ts';
import type { Media } from '../../server/media/media.ts';
import type { Notices, Notify, SeatFace } from '../../server/media/notices.ts';
import type { Entrance } from '../../server/media/room.ts';
import type { Seat } from '../../server/media/seat.ts';

export const SOURCES: readonly GrantedSource[] = [
  { name: 'mic', kind: 'audio', maxKbps: 64 },
  { name: 'camera', kind: 'video', maxKbps: 2_000 },
];

export const CAPABILITIES = { codecs: [], headerExtensions: [] };

/** Keeps what a seat is told, and lets a test wait for it. */
export const listener = () => {
  const heard: [keyof Notices, Notices[keyof Notices]][] = [];
  const waiting = new Set<() => void>();
  const notify: Notify = (name, notice) => {
    heard.push([name, notice]);
    for (const check of waiting) check();
  };
  const told = <N extends keyof Notices>(name: N): Promise<Notices[N]> =>
    new Promise((done) => {
      const check = () => {
        const found = heard.find(([other]) => other === name);
        if (!found) return;
        waiting.delete(check);
        done(found[1] as Notices[N]);
      };
      waiting.add(check);
      check();
    });
  return { heard, notify, told };
};

interface Sitting {
  room?: string;
  seat: string;
  waiting?: boolean;
  sources?: readonly GrantedSource[];
}

export const grantOf = ({ room = 'room', seat, waiting = false, sources = SOURCES }: Sitting) => ({
  room,
  seat,
  sources,
  publish: !waiting,
  listen: !waiting,
});

type Events = Map<string, Set<(payload: unknown) => void>>;

const seatView = ({ seat, about, sources }: SeatFace) => ({ seat, ...about, sources });

const joined = ({ seat, seats, ...offers }: Entrance, waiting: boolean) => ({
  seat: seat.id,
  waiting,
  chat: [],
  seats: seats.map(seatView),
  ...offers,
});

type Answer = (input: never) => unknown;

const answers = (of: Sitting & { media: Media; notify: Notify }): Record<string, Answer> => {
  let seat: Seat;
  const join = async ({ waiting, fresh, rtpCapabilities }: { waiting: boolean; fresh: boolean; rtpCapabilities: object }) => {
    const grant = grantOf({ ...of, waiting });
    const entrance = await of.media.join({ grant, about: {}, rtpCapabilities, fresh }, of.notify);
    seat = entrance.seat;
    return joined(entrance, waiting);
  };
  return {
    join,
    connect: ({ transportId, dtlsParameters }) => seat.connect(transportId, dtlsParameters),
    produce: (input: { transportId: string }) => seat.produce(input.transportId, input as never),
    setSource: ({ source, state }) => seat.setSource(source, state),
    prefer: ({ consumerId, layer }) => seat.prefer(consumerId, layer),
    keyFrame: ({ consumerId }) => seat.keyFrame(consumerId),
    restartIce: () => seat.restartIce(),
    leave: () => seat.close(),
  };
};

/** The browser's engine on a media layer in the same process: no socket, no database, but real workers and real peers. */
export const directWire = (media: Media, sitting: Sitting): Wire => {
  const events: Events = new Map();
  const notify: Notify = (name, notice) => {
    const payload = name === 'seatTaken' ? { seat: seatView(notice as SeatFace) } : notice;
    for (const hear of events.get(`call.${name}`) ?? []) hear(structuredClone(payload));
  };
  const table = answers({ ...sitting, media, notify });
  return {
    ask: (async (name: string, input: object) =>
      structuredClone(await table[name.replace('calls.', '')]!(structuredClone(input) as never))) as Wire['ask'],
    hear: (name, heard) => {
      const hearers = events.get(name) ?? new Set();
      events.set(name, hearers.add(heard as (payload: unknown) => void));
      return () => void hearers.delete(heard as (payload: unknown) => void);
    },
    connected: (changed) => {
      changed(true);
      return () => undefined;
    },
  };
};

export const CALL = { kind: 'consult', id: '00000000-0000-7000-8000-000000000000' } as const;

export const directCall = (media: Media, sitting: Sitting): LiveCall =>
  new LiveCall({ call: CALL, wire: directWire(media, sitting), device: sitting.seat });

/** Resolves with the first state of a call that fits. */
export const until = <T>(call: LiveCall, fits: (state: CallState) => T | undefined | null | false): Promise<T> =>
  new Promise((done) => {
    const check = () => {
      const found = fits(call.state());
      if (!found) return false;
      done(found);
      return true;
    };
    if (check()) return;
    const unwatch = call.watch(() => void (check() && unwatch()));
  });

export const quiet = { info: () => undefined, error: () => undefined };
