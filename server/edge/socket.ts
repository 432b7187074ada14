import { randomUUID } from 'node:crypto';
import { Server, type Socket } from 'socket.io';
import type { FromClient, FromServer } from '../../contract/index.ts';
import { type Ack, FIRST } from '../../contract/refusal.ts';
import type { Actor } from './actor.ts';
import type { Audience, LiveSession } from './ctx.ts';
import { toFault } from './fault.ts';
import type { Caller, House, Send } from './house.ts';
import type { Limits } from './limits.ts';
import { run } from './run.ts';
import { recognise, type Who } from './who.ts';

interface Held {
  token: string;
  personId: string;
  rooms: Audience[];
}
export type Io = Server<FromClient, FromServer, Record<string, never>, Held>;
type Line = Socket<FromClient, FromServer, Record<string, never>, Held>;

/** A frame larger than this closes the line: signaling is small, uploads go over HTTP. */
const FRAME_LIMIT = 64 * 1024;

/** What a person hears without asking: their own ring, their department's changes, and, for coordinators, the desk. */
const audiences = (actor: Actor): Audience[] => [
  `person:${actor.id}`,
  `session:${actor.familyId}`,
  ...actor.memberships.flatMap(({ departmentId }): Audience[] => (departmentId ? [`department:${departmentId}`] : [])),
  ...actor.memberships.flatMap(({ hospitalId, roles }): Audience[] =>
    roles.includes('coordinator') ? [`desk:${hospitalId}`] : [],
  ),
];

export const openSockets = (who: Who): Io => {
  const io: Io = new Server({
    transports: ['websocket'],
    maxHttpBufferSize: FRAME_LIMIT,
    connectionStateRecovery: { maxDisconnectionDuration: 120_000, skipMiddlewares: false },
    pingInterval: 10_000,
    pingTimeout: 8_000,
    serveClient: false,
  });
  io.use((line, next) => {
    const token: unknown = line.handshake.auth['token'];
    who(typeof token === 'string' ? token : undefined)
      .then((actor) => {
        if (!actor) return next(new Error('unauthenticated'));
        line.data = { token: token as string, personId: actor.id, rooms: audiences(actor) };
        return next();
      })
      .catch(() => next(new Error('unauthenticated')));
  });
  return io;
};

export const sendBy =
  (io: Io): Send =>
  (to, event, payload) =>
    void io.to(to).emit(event, payload as never);

const sessionOf = (line: Line): LiveSession => ({
  id: line.id,
  personId: line.data.personId,
  send: (event, payload) => void (line as unknown as Socket).emit(event, payload),
  onClose: (undo) =>
    line.connected ? void line.once('disconnect', (why) => undo(why === 'server namespace disconnect')) : undo(false),
  renew: (token, familyId) => {
    line.data.token = token;
    void line.join(`session:${familyId}`);
  },
});

/** A question that travelled with the handshake; its answer needs no round trip of its own. */
const firstOf = ({ handshake }: Line): [name: string, raw: unknown] | null => {
  const asked: unknown = handshake.auth[FIRST];
  return Array.isArray(asked) && typeof asked[0] === 'string' ? [asked[0], asked[1]] : null;
};

interface Rooms {
  house: House;
  who: Who;
  limits: Limits;
  /** Told of every line that opens and closes: presence. */
  present(personId: string, change: 1 | -1): void;
}

export const answer = (io: Io, { house, who, limits, present }: Rooms): void => {
  io.on('connection', (line) => {
    const { personId } = line.data;
    const session = sessionOf(line);
    const caller = async (): Promise<Caller> => ({
      ...(await recognise(who, line.data.token)),
      session,
      requestId: randomUUID(),
      device: line.handshake.headers['user-agent']?.slice(0, 200) ?? '',
      address: line.handshake.address,
    });
    present(personId, 1);
    line.once('disconnect', () => present(personId, -1));
    void line.join(line.data.rooms);
    const reply = async (name: string, raw: unknown): Promise<Ack<unknown>> => {
      try {
        const asking = await caller();
        await limits.spend(asking.actor, personId);
        return { ok: true, data: await run(house, name, asking, raw) };
      } catch (error) {
        const fault = toFault(error);
        if (fault.code === 'internal') house.log.error({ err: error, action: name }, 'bug');
        return { ok: false, error: fault };
      }
    };
    line.onAny(async (name: unknown, raw: unknown, ack: unknown) => {
      if (typeof name === 'string' && typeof ack === 'function') ack(await reply(name, raw));
    });
    const first = firstOf(line);
    if (first) void reply(...first).then((answered) => (line as unknown as Socket).emit(FIRST, answered));
  });
};

/** Lines whose token was over at the last look as well: the browser had a minute to renew it. */
const stale = new WeakSet<Line>();

/** A line does not outlive its token, nor the person's right to one; asked once a minute. */
export const cutStale = async (io: Io, who: Who): Promise<void> => {
  for (const line of io.sockets.sockets.values()) {
    const { denied } = await recognise(who, line.data.token);
    if (denied && stale.has(line)) line.disconnect(true);
    else if (denied) stale.add(line);
    else stale.delete(line);
  }
};

/** Cuts lines at once: of a person on deactivation, of a session on sign-out. */
export const cut = (io: Io, whose: Audience): void => void io.in(whose).disconnectSockets(true);
