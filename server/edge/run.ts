import type { Logger } from 'pino';
import { events } from '../../contract/index.ts';
import type { Action } from '../../contract/kit.ts';
import { Refusal, refuse } from '../../contract/refusal.ts';
import { writeRow } from '../audit/write.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Database, Tx } from '../db/client.ts';
import { type Actor, CLOCK, NOBODY } from './actor.ts';
import type { Audience, Feature, LiveCtx, LiveSession } from './ctx.ts';
import type { Facts, Reactions } from './facts.ts';
import type { Alarms } from './jobs.ts';
import { type Attempt, claim, hashInput, remember } from './replies.ts';

export type Send = (to: Audience, event: keyof typeof events, payload: unknown) => void;

/** Everything `run` leans on; `app.ts` puts it together once. */
export interface House {
  db: Database;
  cipher: Cipher;
  log: Logger;
  now(): Date;
  features: Record<string, Feature>;
  reactions: Reactions;
  alarms: Alarms;
  send: Send;
}

export interface Caller {
  actor: Actor;
  session: LiveSession | null;
  requestId: string;
  device: string;
  /** When the caller's access token ends; a long-lived socket is asked to renew after that. */
  expiresAt?: Date;
  idempotencyKey?: string;
  /** The deadline that fired; it is settled with the deed, and one already settled does nothing. */
  deadlineId?: string;
}

interface Saw {
  kind: string;
  ids: Set<string>;
}

const find = (house: House, name: string): { action: Action; handler: Feature['handlers'][string] } => {
  const [room = '', verb = ''] = name.split('.');
  const feature = Object.hasOwn(house.features, room) ? house.features[room] : undefined;
  const action = feature && Object.hasOwn(feature.actions, verb) ? feature.actions[verb] : undefined;
  const handler = feature?.handlers[verb];
  if (!action || !handler) return refuse('notFound', 'action', 'There is no such action');
  return { action, handler };
};

const admit = ({ who }: Action, { actor, expiresAt }: Caller, now: Date): void => {
  if (who === 'public') return;
  if (who === 'clock') {
    if (actor !== CLOCK) refuse('forbidden', 'role', 'Only the clock may do this');
    return;
  }
  if (actor === NOBODY) refuse('unauthenticated', 'token.missing', 'Sign in first');
  if (expiresAt && expiresAt <= now) refuse('unauthenticated', 'token.expired', 'The session has expired; renew it');
  if (who === 'signedIn') return;
  if (!actor.memberships.some(({ roles }) => roles.some((role) => who.includes(role)))) {
    refuse('forbidden', 'role', 'None of your roles may do this');
  }
};

const writes = (action: Action): boolean => !('http' in action) || !action.http.startsWith('GET');
const passing = (action: Action): boolean => 'live' in action && action.live === 'passing';

/** The one path every request takes: who, what, do, record, tell, answer. */
export const run = async (house: House, name: string, caller: Caller, raw: unknown): Promise<unknown> => {
  const now = house.now();
  const { action, handler } = find(house, name);
  try {
    admit(action, caller, now);
    if ('live' in action && !caller.session) refuse('invalid', 'socket.required', 'Ask this over the socket');
    const input = action.input.parse(raw ?? {});
    const told: Parameters<Send>[] = [];
    const work = (db: Tx) => deed({ house, name, caller, now, db, told, action, handler, input });
    const output = passing(action) ? (await handler(context({ house, name, caller, now, db: house.db.prisma, told, saw: null }), input as never)) : await house.db.prisma.$transaction(work, { timeout: 15_000, maxWait: 10_000 });
    for (const [to, event, payload] of told) house.send(to, event, events[event].parse(payload));
    return action.output.parse(output);
  } catch (error) {
    await recordRefusal(house, { name, caller, now, error });
    throw error;
  }
};

interface Deed {
  house: House;
  name: string;
  caller: Caller;
  now: Date;
  db: Tx;
  told: Parameters<Send>[];
  action: Action;
  handler: Feature['handlers'][string];
  input: unknown;
}

/** Inside the transaction: an earlier reply under the same key, or the handler, its audit row and its reply. */
const deed = async ({ house, name, caller, now, db, told, action, handler, input }: Deed): Promise<unknown> => {
  if (caller.deadlineId && !(await settled(db, caller.deadlineId, now))) return {};
  const key = writes(action) && caller.actor.kind === 'person' ? caller.idempotencyKey : undefined;
  const attempt: Attempt | undefined = key ? { personId: caller.actor.id, key, action: name, inputHash: hashInput(input) } : undefined;
  const earlier = attempt && (await claim(db, house.cipher, attempt));
  if (earlier) return earlier.output;
  const saw: Saw = { kind: '', ids: new Set() };
  const output = await handler(context({ house, name, caller, now, db, told, saw }), input as never);
  if (writes(action) || saw.ids.size > 0) await writeRow(db, entry({ name, caller, now }, { outcome: 'done', reason: null, saw }));
  if (attempt) await remember(db, house.cipher, { attempt, output: action.output.parse(output) });
  return output;
};

const settled = async (db: Tx, id: string, now: Date): Promise<boolean> => {
  const { count } = await db.deadline.updateMany({ where: { id, settledAt: null }, data: { settledAt: now } });
  return count === 1;
};

const entry = ({ name, caller, now }: { name: string; caller: Caller; now: Date }, end: { outcome: 'done' | 'refused'; reason: string | null; saw: Saw | null }) => ({
  at: now,
  actorId: caller.actor.kind === 'person' ? caller.actor.id : null,
  action: name,
  outcome: end.outcome,
  reason: end.reason,
  hospitalIds: [...new Set(caller.actor.memberships.map(({ hospitalId }) => hospitalId))],
  subjectKind: end.saw?.kind || null,
  subjectIds: [...(end.saw?.ids ?? [])],
  requestId: caller.requestId,
});

/** A refusal leaves its row outside the rolled-back transaction; strangers knocking leave none, or they could fill the disk. */
const recordRefusal = async (house: House, { name, caller, now, error }: { name: string; caller: Caller; now: Date; error: unknown }): Promise<void> => {
  if (!(error instanceof Refusal) || caller.actor.kind !== 'person' || error.code === 'unauthenticated') return;
  await writeRow(house.db.prisma, entry({ name, caller, now }, { outcome: 'refused', reason: `${error.code}:${error.reason}`, saw: null }));
};

interface Here {
  house: House;
  name: string;
  caller: Caller;
  now: Date;
  db: Tx;
  told: Parameters<Send>[];
  saw: Saw | null;
}

const context = ({ house, name, caller, now, db, told, saw }: Here): LiveCtx => {
  const ctx: LiveCtx = {
    actor: caller.actor,
    db,
    now,
    requestId: caller.requestId,
    device: caller.device,
    session: caller.session as LiveSession,
    act: (other, input) => run(house, other, { ...caller, requestId: `${caller.requestId}>${name}` }, input),
    tell: (...message) => void told.push(message),
    saw: (kind, ids) => {
      if (!saw) return;
      saw.kind = kind;
      for (const id of ids) saw.ids.add(id);
    },
    happened: (fact, payload) => react(house.reactions, { ctx, fact, payload }),
    alarm: (alarm) => house.alarms.set(db, alarm),
    settle: (subjectId, actions) => house.alarms.settle(db, { subjectId, actions, now }),
  };
  return ctx;
};

const react = async <F extends keyof Facts>(reactions: Reactions, { ctx, fact, payload }: { ctx: LiveCtx; fact: F; payload: Facts[F] }): Promise<void> => {
  for (const reaction of reactions[fact] ?? []) await reaction(ctx, payload);
};
