import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionName, contract } from '../contract/index.ts';
import { type Action, Role } from '../contract/kit.ts';
import type { Fault } from '../contract/refusal.ts';
import { requestOf } from './api.ts';
import { askOver, type Live, type Person } from './person.ts';
import { MINUTE } from './raw.ts';
import { house, type TestHouse } from './support.ts';

/** One person per role, each holding that role only. */
const ACCOUNTS: Record<Role, string> = {
  doctor: 'leibo.doctor',
  specialist: 'xiangshan.specialist',
  coordinator: 'leibo.center',
  admin: 'leibo.admin',
  auditor: 'leibo.auditor',
};

type Named = [name: ActionName, action: Action];
const every = Object.entries(contract).flatMap(([feature, table]) =>
  Object.entries<Action>(table).map(([verb, action]): Named => [`${feature}.${verb}` as ActionName, action]),
);
const guarded = every.filter(([, { who }]) => who !== 'public');
const forRoles = every.filter(([, { who }]) => Array.isArray(who));
const strangersTo = ({ who }: Action): Role[] => (Array.isArray(who) ? Role.options.filter((role) => !who.includes(role)) : []);

/** Its place in the address; what is behind it does not matter to somebody who may not come in. */
const IDS = { id: crypto.randomUUID(), adviceId: crypto.randomUUID(), kind: 'consult' };

let h: TestHouse;
let people: Record<Role, Person>;
let lines: Record<Role, Live>;
beforeAll(async () => {
  h = await house();
  const arrive = async (role: Role) => [role, await h.person(ACCOUNTS[role])] as const;
  people = Object.fromEntries(await Promise.all(Role.options.map(arrive))) as Record<Role, Person>;
  const open = async (role: Role) => [role, await people[role].live()] as const;
  lines = Object.fromEntries(await Promise.all(Role.options.map(open))) as Record<Role, Live>;
});
afterAll(() => h.close());

const addressOf = (action: Action): `${string} /${string}` | null => {
  if ('http' in action) return action.http;
  return 'stream' in action ? (action.stream as `${string} /${string}`) : null;
};

/** What the HTTP door answers; null where an action has none. */
const byHttp = async (action: Action, token: string | null): Promise<{ status: number; fault: Fault | undefined } | null> => {
  const address = addressOf(action);
  if (!address) return null;
  const { method, path, body } = requestOf(address as 'GET /', IDS);
  const headers = new Headers({ 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) });
  const reply = await fetch(h.base + path, { method, headers, body });
  const { error } = (await reply.json()) as { error?: Fault };
  return { status: reply.status, fault: error };
};

const bySocket = (line: Live, name: ActionName): Promise<unknown> =>
  askOver(line, name, IDS as never).then(
    () => null,
    (refusal: unknown) => refusal,
  );

const FORBIDDEN = { code: 'forbidden', reason: 'role' };

describe('every action, at every door', () => {
  it('has somebody who may ask, and a closed list of who may not', () => {
    expect(every.length).toBeGreaterThan(60);
    expect(forRoles.length).toBeGreaterThan(30);
    for (const [name, { who }] of every) expect(Array.isArray(who) ? who.length : 1, name).toBeGreaterThan(0);
  });

  it.each(guarded)('%s is refused without a token', async (_name, action) => {
    const answer = await byHttp(action, null);
    if (answer) expect(answer).toMatchObject({ status: 401, fault: { code: 'unauthenticated', reason: 'token.missing' } });
    else expect(addressOf(action)).toBeNull();
  });

  it.each(forRoles)('%s is refused to every role that it does not name, and to none that it names', async (name, action) => {
    for (const role of Role.options) {
      const [answer, refusal] = [await byHttp(action, await people[role].token()), await bySocket(lines[role], name)];
      if (strangersTo(action).includes(role)) {
        if (answer) expect(answer, role).toMatchObject({ status: 403, fault: FORBIDDEN });
        expect(refusal, role).toMatchObject(FORBIDDEN);
      } else {
        expect(answer?.fault ?? {}, role).not.toMatchObject(FORBIDDEN);
        expect(refusal ?? {}, role).not.toMatchObject(FORBIDDEN);
      }
    }
  });

  it.each(every.filter(([, { who }]) => who === 'clock'))('%s is for the clock: no door leads there', async (name, action) => {
    expect(addressOf(action)).toBeNull();
    for (const role of Role.options) expect(await bySocket(lines[role], name)).toMatchObject(FORBIDDEN);
  });

  it.each(every.filter(([, action]) => 'live' in action))('%s needs a line: HTTP does not know it', async (_name, action) => {
    expect(addressOf(action)).toBeNull();
  });
});

describe('a refusal', () => {
  it('is the same object by both doors', async () => {
    const doctor = people.doctor;
    const token = await doctor.token();
    const cases: [ActionName, object][] = [
      ['consults.read', { id: crypto.randomUUID() }],
      ['consults.read', { id: 'no id' }],
      ['audit.list', {}],
      ['directory.roster', { hospitalId: crypto.randomUUID() }],
      ['auth.endSession', { id: crypto.randomUUID() }],
    ];
    for (const [name, input] of cases) {
      const [feature, verb] = name.split('.') as [keyof typeof contract, string];
      const action = (contract[feature] as Record<string, Action>)[verb] as Action & { http: `GET /${string}` };
      const { method, path, body } = requestOf(action.http, input as Record<string, unknown>);
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const reply = await fetch(h.base + path, { method, headers, body });
      const { requestId, ...fault } = ((await reply.json()) as { error: Fault }).error;
      const refusal = await askOver(lines.doctor, name, input as never).catch((error: unknown) => error);
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(refusal, name).toMatchObject(fault);
    }
  });
});

describe('an open line whose token is over', () => {
  it('is asked to renew for everything but what is public', async () => {
    h.clock.advance(11 * MINUTE);
    for (const [name] of guarded.filter(([, { who }]) => who !== 'clock')) {
      expect(await bySocket(lines.doctor, name), name).toMatchObject({ code: 'unauthenticated', reason: 'token.expired' });
    }
    const reply = await byHttp(contract.auth.me, 'nonsense');
    expect(reply).toMatchObject({ status: 401, fault: { reason: 'token.invalid' } });
  });
});
