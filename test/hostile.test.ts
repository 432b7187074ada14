import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io as connect, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../contract/refusal.ts';
import type { Actor } from '../server/edge/actor.ts';
import { cutStale, openSockets } from '../server/edge/socket.ts';
import { tidy } from '../server/edge/tidy.ts';
import { stat, urgent } from './cases.ts';
import type { Person } from './person.ts';
import { cookieOf, type RawDoor, rawDoor, reasonOf, tokensOf } from './raw.ts';
import { house, type TestHouse } from './support.ts';

let h: TestHouse;
let door: RawDoor;
let doctor: Person;
beforeAll(async () => {
  h = await house();
  door = rawDoor(h);
  doctor = await h.person('leibo.doctor');
});
afterAll(() => h.close());

const get = async (path: string) => h.request.get(`/api${path}`).set('authorization', `Bearer ${await doctor.token()}`);

describe('what no database takes', () => {
  const cursor = (at: string) => Buffer.from(`${at} ${crypto.randomUUID()}`).toString('base64url');

  it.each(['-9e15', '-62200000000000', '9e15', 'NaN'])('a list’s place at %s is refused', async (at) => {
    expect(reasonOf(await get(`/consults?after=${cursor(at)}`))).toEqual([400, 'paging.after']);
  });

  it('a birth date before all registers, or an instant outside the calendar, is refused', async () => {
    for (const birthDate of ['0000-01-01', '0001-01-01', '1849-12-31']) {
      const patient = { ...urgent().patient, birthDate };
      await expect(doctor.api.consults.request(urgent({ patient }))).rejects.toMatchObject({ code: 'invalid' });
    }
    const auditor = await h.person('leibo.auditor');
    const rows = (from: string) => auditor.api.audit.list({ from } as never);
    await expect(rows('0000-01-01T00:00:00Z')).rejects.toMatchObject({ code: 'invalid' });
    await expect(rows('0001-01-01T00:00:00+23:59')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('half a character is refused in every text', async () => {
    await expect(doctor.api.consults.request(stat({ purpose: '溶栓\ud800' }))).rejects.toMatchObject({ reason: 'text.nul' });
    const consent = { state: 'signed', signer: 'relative', signerName: '\udc00', feeExplained: true } as const;
    await expect(doctor.api.consults.request(urgent({ consent }))).rejects.toMatchObject({ reason: 'text.nul' });
    await expect(doctor.api.consults.request(stat({ purpose: '👩‍⚕️ 是否溶栓' }))).resolves.toMatchObject({ status: 'requested' });
  });

  it('brackets without end are refused, not walked', async () => {
    let deep: unknown = 0;
    for (let depth = 0; depth < 500; depth += 1) deep = [deep];
    const line = (await doctor.live()) as Socket;
    const input = { kind: 'consult', id: crypto.randomUUID(), device: 'a', waiting: true, rtpCapabilities: { deep } };
    expect(await line.emitWithAck('calls.join', input)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

it('an action that does not exist leaves no name of its own in the audit trail', async () => {
  const line = (await doctor.live()) as Socket;
  for (const name of ['x'.repeat(200), 'a\0b', 'consults.read.more', 'consults']) {
    expect(await line.emitWithAck(name, {})).toMatchObject({ ok: false, error: { code: 'notFound' } });
  }
  const rows = await h.db.auditRow.findMany({ where: { actorId: doctor.id, outcome: 'refused' }, select: { action: true } });
  expect(new Set(rows.map(({ action }) => action))).toContain('unknown');
  expect(rows.filter(({ action }) => action.startsWith('x') || action === 'consults')).toEqual([]);
});

describe('signing in and out', () => {
  it('takes no password from the address', async () => {
    const reply = await h.request.post('/api/auth/login?account=leibo.doctor&password=x').send({});
    expect(reasonOf(reply)).toEqual([400, 'shape']);
  });

  it('counts wrong passwords of one account from wherever they say they come', async () => {
    const tries = Array.from({ length: 32 }, (_, n) => `203.0.113.${n}`);
    const statuses: number[] = [];
    for (const address of tries) {
      const reply = await h.request
        .post('/api/auth/login')
        .set('x-forwarded-for', address)
        .send({ account: 'pingchang.doctor', password: 'wrong' });
      statuses.push(reply.status);
    }
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
  });

  it('ends a sign-in for good, also while it is being renewed', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { refreshToken } = tokensOf(await door.login('leibo.center'));
      const [renewed] = await Promise.all([door.refresh(refreshToken), door.post('/auth/logout', { refreshToken })]);
      const next = (renewed.body as { refreshToken?: string }).refreshToken ?? refreshToken;
      expect((await door.refresh(next)).status).toBe(401);
    }
  });

  it('is not ended by another site’s form', async () => {
    const cookie = cookieOf(await door.login('leibo.center', { keep: 'cookie' }));
    const foreign = await h.request.post('/api/auth/logout').set({ cookie, 'sec-fetch-site': 'cross-site' }).send();
    expect(foreign.get('Set-Cookie')).toBeUndefined();
  });
});

it('a line is cut when its token is over and has not been renewed for a minute', async () => {
  const person: Actor = { kind: 'person', id: crypto.randomUUID(), memberships: [] };
  let good = true;
  const who = async () => {
    if (!good) throw new Refusal('unauthenticated', 'token.expired');
    return person;
  };
  const io = openSockets(who);
  const server = createServer();
  io.attach(server);
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const line = connect(base, { transports: ['websocket'], auth: { token: 't' }, reconnection: false });
  await new Promise<void>((up) => line.once('connect', up));
  const gone = new Promise<string>((down) => line.once('disconnect', down));
  await cutStale(io, who);
  good = false;
  await cutStale(io, who);
  good = true;
  await cutStale(io, who);
  good = false;
  await cutStale(io, who);
  expect(line.connected).toBe(true);
  await cutStale(io, who);
  expect(await gone).toBe('io server disconnect');
  await io.close();
});

it('what nobody can ask for again is let go of', async () => {
  const { id } = await doctor.api.consults.request(stat(), { idempotencyKey: crypto.randomUUID() });
  const long = new Date(h.clock.now().getTime() - 100 * 86_400_000);
  await h.db.idempotentReply.updateMany({ data: { createdAt: long } });
  const kept = await h.db.session.count();
  await h.db.session.create({
    data: {
      familyId: crypto.randomUUID(),
      personId: doctor.id,
      tokenHash: Buffer.from(id),
      device: '',
      createdAt: long,
      expiresAt: long,
    },
  } as never);
  await tidy(h.app.house);
  expect(await h.db.idempotentReply.count()).toBe(0);
  expect(await h.db.session.count()).toBe(kept);
  // A table of few rows, whose count the planner would otherwise guess.
  const [hospital] = await h.db.$queryRaw<{ n: number }[]>`SELECT reltuples::int AS n FROM pg_class WHERE relname = 'hospital'`;
  expect(hospital!.n).toBe(await h.db.hospital.count());
});
