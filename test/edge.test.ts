import { createConnection } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionName } from '../contract/index.ts';
import type { Ack } from '../contract/refusal.ts';
import { stat, urgent } from './cases.ts';
import { askOver, type Live, type Person } from './person.ts';
import { MINUTE, type RawDoor, rawDoor, reasonOf } from './raw.ts';
import { house, type TestHouse } from './support.ts';

let h: TestHouse;
let door: RawDoor;
let doctor: Person;
let line: Live;
beforeAll(async () => {
  h = await house();
  door = rawDoor(h);
  doctor = await h.person('leibo.doctor');
  line = await doctor.live();
});
afterAll(() => h.close());

const alive = async () => {
  expect((await h.request.get('/healthz')).status).toBe(200);
  expect((await askOver(line, 'auth.me', {})).id).toBe(doctor.id);
};
/** As a page that ignores the contract would. */
const shout = (name: unknown, ...args: unknown[]): Promise<Ack<unknown>> =>
  (line as Socket).timeout(5_000).emitWithAck(name as string, ...args) as Promise<Ack<unknown>>;
const refusalOf = async (name: unknown, input?: unknown) => {
  const reply = await shout(name, input);
  return reply.ok ? 'ok' : [reply.error.code, reply.error.reason];
};

describe('a body', () => {
  it.each([
    ['over the limit', 'application/json', JSON.stringify({ account: 'x'.repeat(70_000) }), [413, 'body.tooLarge']],
    ['that is not JSON', 'application/json', '{"account":', [400, 'body.json']],
    ['that is not an object', 'application/json', '"text"', [400, 'body.json']],
    ['of wrong types', 'application/json', '{"account":1,"password":["x"]}', [400, 'shape']],
    ['in an unknown character set', 'application/json; charset=klingon', '{}', [400, 'body.encoding']],
    ['of another kind', 'text/plain', 'account=x', [400, 'shape']],
  ])('%s is refused and the process lives', async (_name, type, body, answer) => {
    const reply = await h.request.post('/api/auth/login').set('content-type', type).send(body);
    expect(reasonOf(reply)).toEqual(answer);
    await alive();
  });

  it('names the fields that are wrong, never what was in them', async () => {
    const reply = await door.post(
      '/consults',
      { ...urgent(), purpose: 7, summary: '张三的病历'.repeat(2_000) },
      await doctor.token(),
    );
    expect(reasonOf(reply)).toEqual([400, 'shape']);
    expect(JSON.stringify(reply.body)).toContain('purpose');
    expect(JSON.stringify(reply.body)).not.toContain('张三');
  });

  it('with a NUL character, which no database column takes, is the sender’s fault and not ours', async () => {
    const text = `胸痛${String.fromCharCode(0)}`;
    expect(reasonOf(await door.post('/consults', stat({ purpose: text }), await doctor.token()))).toEqual([400, 'text.nul']);
    expect(await refusalOf('consults.request', stat({ purpose: text }))).toEqual(['invalid', 'text.nul']);
  });

  it('cannot reach a prototype', async () => {
    const body = '{"account":"x","password":"y","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    const reply = await h.request.post('/api/auth/login').set('content-type', 'application/json').send(body);
    expect(reasonOf(reply)).toEqual([401, 'login.failed']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('cut off in the middle harms nobody', async () => {
    const { port } = new URL(h.base);
    const wire = createConnection(Number(port), '127.0.0.1');
    await new Promise<void>((done) => wire.once('connect', done));
    wire.write('POST /api/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"acc');
    await new Promise<void>((done) => wire.end(done));
    await alive();
  });
});

describe('an address', () => {
  it.each(['/api/nothing', '/api/consults/x/y/z', '/api/constructor', '/api/__proto__'])('%s is not there', async (path) => {
    const reply = await h.request.get(path).set('authorization', `Bearer ${await doctor.token()}`);
    expect(reasonOf(reply)).toEqual([404, 'address']);
  });

  it.each([
    ['an id that is none', '/api/consults/1%20OR%201=1'],
    ['an address that cannot be decoded', '/api/consults/%E0%A4%A'],
    ['a parameter twice', '/api/consults?box=open&box=mine'],
    ['a number that is none', '/api/consults?limit=many'],
    ['a limit over the limit', '/api/consults?limit=100000'],
    ['a cursor that is none', '/api/consults?after=%00%00'],
  ])('with %s is refused', async (_name, path) => {
    const reply = await h.request.get(path).set('authorization', `Bearer ${await doctor.token()}`);
    expect(reply.status).toBe(400);
    expect((reply.body as { error: { code: string } }).error.code).toBe('invalid');
  });

  it('of a page’s file that is not there says so', async () => {
    expect(reasonOf(await h.request.get('/assets/none.js'))).toEqual([404, 'address']);
  });

  it('by another method is not there', async () => {
    expect(reasonOf(await h.request.delete('/api/me').set('authorization', `Bearer ${await doctor.token()}`))).toEqual([
      404,
      'address',
    ]);
  });
});

describe('the socket', () => {
  it.each([
    'nothing.here',
    'consults.nothing',
    'consults',
    '',
    '.',
    'constructor.constructor',
    '__proto__.toString',
    'toString.call',
    'auth.__proto__',
    'auth.constructor',
    'auth.hasOwnProperty',
    'hasOwnProperty.call',
  ])('knows no action called %j', async (name) => {
    expect(await refusalOf(name, {})).toEqual(['notFound', 'action']);
  });

  it.each([null, 0, 'text', [], [1], { id: {} }, { id: null }])('refuses the input %j', async (input) => {
    expect(await refusalOf('consults.read', input)).toEqual(['invalid', 'shape']);
  });

  it('shrugs at messages without a reply, with too many words, or in bytes', async () => {
    (line as Socket).emit('auth.me');
    (line as Socket).emit('auth.me', {}, {}, 'no function');
    (line as Socket).emit('consults.read', Buffer.from([1, 2, 3]));
    expect((await shout('auth.me', {}, 'more', 'and more').catch(() => ({ ok: false }))).ok).toBe(false);
    await alive();
  });

  it('hangs up on a frame that is too large, and on nobody else', async () => {
    const other = await doctor.live();
    const gone = new Promise<string>((done) => other.once('disconnect', done));
    (other as Socket).emit('auth.me', { text: 'x'.repeat(100_000) }, () => undefined);
    expect(await gone).toMatch(/transport (close|error)/);
    await alive();
  });

  it('is not opened by polling', async () => {
    const polling = io(h.base, {
      transports: ['polling'],
      auth: { token: await doctor.token() },
      reconnection: false,
      forceNew: true,
    });
    await new Promise<void>((done) => polling.once('connect_error', () => done()));
    polling.close();
    await alive();
  });
});

describe('another hospital’s', () => {
  it('consult, roster and photo do not exist', async () => {
    const { id } = await doctor.api.consults.request(stat());
    const [stranger, specialist] = [await h.person('jinchuan.doctor'), await h.person('huzhou.specialist')];
    for (const other of [stranger, specialist]) {
      await expect(other.api.consults.read({ id })).rejects.toMatchObject({ code: 'notFound' });
      await expect(other.ask('consults.read', { id })).rejects.toMatchObject({ code: 'notFound' });
    }
    const nowhere = await stranger.api.consults.read({ id: crypto.randomUUID() }).catch((error: unknown) => error);
    const theirs = await stranger.api.consults.read({ id }).catch((error: unknown) => error);
    expect(theirs).toEqual(nowhere);
    await expect(specialist.api.consults.accept({ id })).rejects.toMatchObject({ code: 'notFound' });
    const { id: departmentId, hospitalId } = await h.db.department.findFirstOrThrow({
      where: { hospital: { shortName: '金川' } },
    });
    await expect(doctor.api.directory.roster({ hospitalId })).rejects.toMatchObject({ code: 'notFound' });
    await expect(doctor.api.consults.request(stat({ toDepartmentId: departmentId }))).rejects.toMatchObject({
      code: expect.stringMatching(/notFound|conflict/) as string,
    });
  });
});

describe('an idempotency key', () => {
  const send = (key: string, more = {}) => doctor.api.consults.request(stat(more), { idempotencyKey: key });
  const count = () => h.db.consult.count();

  it('makes a repeated request one request, with the same answer', async () => {
    const [before, key] = [await count(), crypto.randomUUID()];
    const first = await send(key);
    h.clock.advance(MINUTE);
    expect(await send(key)).toEqual(first);
    expect(await count()).toBe(before + 1);
  });

  it('makes requests sent at the same time one request', async () => {
    const [before, key] = [await count(), crypto.randomUUID()];
    const replies = await Promise.all(Array.from({ length: 6 }, () => send(key)));
    expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
    expect(await count()).toBe(before + 1);
    const rows = await h.db.auditRow.count({ where: { action: 'consults.request', subjectIds: { has: replies[0]!.id } } });
    expect(rows).toBe(1);
  });

  it('is refused for something else, and is one’s own', async () => {
    const key = crypto.randomUUID();
    const first = await send(key);
    await expect(send(key, { purpose: '另一个问题' })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'idempotencyKey.reused',
    });
    const colleague = await h.person('leibo.doctor2');
    const theirs = await colleague.api.consults.request(stat(), { idempotencyKey: key });
    expect(theirs.id).not.toBe(first.id);
  });

  it('of a refused request may be used again once the matter is mended', async () => {
    const key = crypto.randomUUID();
    await expect(send(key, { toDepartmentId: crypto.randomUUID() })).rejects.toMatchObject({
      code: expect.any(String) as string,
    });
    expect((await send(key)).status).toBe('requested');
  });

  it('keeps no readable patient text', async () => {
    await doctor.api.consults.request(urgent(), { idempotencyKey: crypto.randomUUID() });
    for (const { output } of await h.db.idempotentReply.findMany()) {
      expect(Buffer.from(output).toString('utf8')).not.toContain(urgent().patient.name);
    }
  });
});

describe('an expired token', () => {
  it('is told apart from a missing one, at both doors, and costs nothing that was typed', async () => {
    const token = await doctor.token();
    h.clock.advance(11 * MINUTE);
    const reply = await door.post('/consults', stat(), token);
    expect(reasonOf(reply)).toEqual([401, 'token.expired']);
    expect(await refusalOf('consults.request', stat())).toEqual(['unauthenticated', 'token.expired']);
    await askOver(line, 'auth.renewLine', { accessToken: await doctor.token() });
    expect((await askOver(line, 'consults.request' satisfies ActionName, stat())).status).toBe('requested');
  });
});

describe('every answer', () => {
  it('carries a request id, forbids inline scripts and is kept by nobody', async () => {
    const reply = await h.request.get('/api/me').set('authorization', `Bearer ${await doctor.token()}`);
    expect(reply.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(reply.get('cache-control')).toBe('no-store');
    expect(reply.get('content-security-policy')).toContain("script-src 'self';");
    expect(reply.get('x-powered-by')).toBeUndefined();
  });

  it('is described by the document made from the contract', async () => {
    const { body } = await h.request.get('/api/openapi.json');
    const { openapi, paths } = body as { openapi: string; paths: Record<string, Record<string, { operationId: string }>> };
    expect(openapi).toBe('3.1.0');
    expect(paths['/auth/login']!['post']!.operationId).toBe('auth.login');
    expect(paths['/consults/{id}/advices/{adviceId}/answer']!['post']!.operationId).toBe('consults.answerAdvice');
    expect(paths['/consults/{id}/photos']!['put']!.operationId).toBe('photos.add');
  });
});
