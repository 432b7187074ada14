import { events } from '../../contract/index.ts';
import type { Action } from '../../contract/kit.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Tx } from '../db/client.ts';
import { CLOCK, NOBODY } from './actor.ts';
import { alone } from './alone.ts';
import type { Feature, LiveCtx, LiveSession } from './ctx.ts';
import type { Facts, Reactions } from './facts.ts';
import type { Caller, House, Send } from './house.ts';
import { type Attempt, claim, hashInput, remember } from './replies.ts';
import { recordDeed, recordRefusal, type Saw } from './trail.ts';

interface Found {
  action: Action;
  handler: Feature['handlers'][string];
}

/** One request on its way: who asks what of whom, when, and what is to be told after commit. */
interface Request extends Found {
  house: House;
  name: string;
  caller: Caller;
  now: Date;
  input: unknown;
  wake: Wake;
}

/** What a request leaves behind it: its audit row's subjects, events to send after commit, effects when it is over. */
interface Wake {
  saw: Saw;
  told: Parameters<Send>[];
  lastly: (() => Promise<void> | void)[];
}

const known = (house: House, name: string): Found | null => {
  const [room = '', verb = ''] = name.split('.');
  const feature = Object.hasOwn(house.features, room) ? house.features[room] : undefined;
  const action = feature && Object.hasOwn(feature.actions, verb) ? feature.actions[verb] : undefined;
  const handler = feature?.handlers[verb];
  return action && handler && name === `${room}.${verb}` ? { action, handler } : null;
};

const find = (house: House, name: string): Found => known(house, name) ?? refuse('notFound', 'action', 'There is no such action');

const admit = ({ who }: Action, { actor, denied }: Caller): void => {
  if (who === 'public') return;
  if (who === 'clock') {
    if (actor !== CLOCK) refuse('forbidden', 'role', 'Only the clock may do this');
    return;
  }
  if (denied) throw denied;
  if (actor === NOBODY) refuse('unauthenticated', 'token.missing', 'Sign in first');
  if (who === 'signedIn') return;
  if (!actor.memberships.some(({ roles }) => roles.some((role) => who.includes(role)))) {
    refuse('forbidden', 'role', 'None of your roles may do this');
  }
};

const lineOf = (action: Action): string => ('http' in action ? action.http : 'stream' in action ? action.stream : 'job');
/** Of a large file the beginning and the end are on record; the hundred pieces between them are not deeds of their own. */
const isPiece = (action: Action): boolean => 'stream' in action && action.stream.startsWith('PATCH');
const writes = (action: Action): boolean => !lineOf(action).startsWith('GET') && !isPiece(action);
const passing = (action: Action): boolean => 'live' in action && action.live === 'passing';

/** Deeper than anything the contract names; media shapes are open, and a thousand brackets would be walked for nothing. */
const DEEPEST = 32;

/** PostgreSQL takes no NUL in a text and no half of a character. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const checkTexts = (value: unknown, depth = 0): void => {
  if (depth > DEEPEST) refuse('invalid', 'shape', 'The input is nested too deeply');
  if (typeof value === 'string' && !isStorable(value))
    refuse('invalid', 'text.nul', 'The text holds a character that cannot be stored; remove it');
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) checkTexts(part, depth + 1);
};

const read = ({ input }: Action, raw: unknown): unknown => {
  const parsed = input.parse(raw ?? {});
  checkTexts(parsed);
  return parsed;
};

/** The one path every request takes: who, what, do, record, tell, answer. */
export const run = async (house: House, name: string, caller: Caller, raw: unknown): Promise<unknown> => {
  const now = house.now();
  const wake: Wake = { saw: { kind: null, ids: new Set(), hospitals: new Set() }, told: [], lastly: [] };
  try {
    const found = find(house, name);
    admit(found.action, caller);
    if ('live' in found.action && !caller.session) refuse('invalid', 'socket.required', 'Ask this over the socket');
    if ('stream' in found.action && caller.body === undefined) refuse('invalid', 'stream.required', 'Ask this over HTTP');
    const request: Request = { house, name, caller, now, ...found, input: read(found.action, raw), wake };
    const output = await (passing(found.action) ? pass(request) : transact(request));
    for (const [to, event, payload] of wake.told) house.send(to, event, events[event].parse(payload));
    return found.action.output.parse(output);
  } catch (error) {
    await recordRefusal(house, { name: known(house, name) ? name : 'unknown', caller, now, saw: wake.saw }, error);
    throw error;
  } finally {
    for (const effect of wake.lastly) await effect();
  }
};

/** Media signalling: no row is touched, so no transaction is opened. */
const pass = (request: Request): Promise<unknown> => {
  const ctx = context(request, request.house.db.prisma);
  return request.handler(ctx, request.input as never);
};

const transact = (request: Request): Promise<unknown> =>
  request.house.db.prisma.$transaction((db) => deed(request, db), {
    timeout: (request.action.patience ?? 15) * 1_000,
    maxWait: 10_000,
  });

/** Inside the transaction: an earlier reply under the same key, or the handler, its audit row and its reply. */
const deed = async (request: Request, db: Tx): Promise<unknown> => {
  const { house, caller, now, action, handler } = request;
  if (caller.deadline && !(await settled(db, caller.deadline, now))) return {};
  const attempt = attemptOf(request);
  const earlier = attempt && (await claim(db, house.cipher, attempt));
  if (earlier) return earlier.output;
  const output = await handler(context(request, db), request.input as never);
  const { saw } = request.wake;
  if (writes(action) || saw.ids.size > 0) await recordDeed(db, { ...request, saw });
  if (attempt) await remember(db, house.cipher, { attempt, output: action.output.parse(output) });
  return output;
};

const settled = async (db: Tx, { id, subjectId }: NonNullable<Caller['deadline']>, now: Date): Promise<boolean> => {
  await alone(db, subjectId);
  const { count } = await db.deadline.updateMany({ where: { id, settledAt: null }, data: { settledAt: now } });
  return count === 1;
};

const attemptOf = ({ name, caller, action, input }: Request): Attempt | undefined =>
  writes(action) && caller.actor.kind === 'person' && caller.idempotencyKey
    ? {
        personId: caller.actor.id,
        key: caller.idempotencyKey,
        action: name,
        inputHash: hashInput(input, caller.body ?? undefined),
      }
    : undefined;

const context = (request: Request, db: Tx): LiveCtx => {
  const { house, name, caller, now, wake } = request;
  const ctx: LiveCtx = {
    actor: caller.actor,
    db,
    now,
    requestId: caller.requestId,
    device: caller.device,
    address: caller.address,
    body: caller.body ?? Buffer.alloc(0),
    session: caller.session as LiveSession,
    act: (other, input) => run(house, other, { ...caller, requestId: `${caller.requestId}>${name}` }, input),
    tell: (...message) => void wake.told.push(message),
    lastly: (effect) => void wake.lastly.push(effect),
    saw: (kind, ids, hospitalIds = []) => {
      wake.saw.kind = kind;
      for (const id of ids) wake.saw.ids.add(id);
      for (const id of hospitalIds) wake.saw.hospitals.add(id);
    },
    happened: (fact, payload) => react(house.reactions, ctx, { fact, payload }),
    alarm: (alarm) => house.alarms.set(db, alarm),
    settle: (subjectId, actions) => house.alarms.settle(db, { subjectId, actions, now }),
  };
  return ctx;
};

const react = async <F extends keyof Facts>(
  reactions: Reactions,
  ctx: LiveCtx,
  { fact, payload }: { fact: F; payload: Facts[F] },
) => {
  for (const reaction of reactions[fact] ?? []) await reaction(ctx, payload);
};
