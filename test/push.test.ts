import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import webPush from 'web-push';
import type { PushMessage } from '../contract/push.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { checkEndpoint, outsideLookup } from '../server/paging/push/outside.ts';
import { connectApi } from './api.ts';
import type { Person } from './person.ts';
import { openPushService, type PushService, vapidOf } from './pushService.ts';
import { house, type TestHouse } from './support.ts';

const KEYS = webPush.generateVAPIDKeys();
const SUBJECT = 'mailto:it@hospital.example';
const PASSWORD = 'Shanhai-demo-2026';

let h: TestHouse;
let service: PushService;
let doctor: Person;
let specialist: Person;
beforeAll(async () => {
  service = await openPushService();
  h = await house({ push: { ...KEYS, subject: SUBJECT, local: true } });
  doctor = await h.person('leibo.doctor');
  specialist = await h.person('xiangshan.specialist');
});
afterEach(async () => {
  await h.db.pushSubscription.deleteMany();
  await h.db.page.updateMany({ where: { status: 'ringing' }, data: { status: 'stopped' } });
  service.received.length = 0;
});
afterAll(async () => {
  await h.close();
  service.close();
});

const activate = async (): Promise<string> => {
  const id = crypto.randomUUID();
  const at = h.clock.now().toISOString();
  await doctor.api.emergency.activate({ id, center: 'chestPain', hospitalId: hospitalId('leibo'), bed: '抢救 3 床', at });
  return id;
};
const got = (device: string) => service.received.filter((one) => one.device === device);
const arrived = (device: string, type: PushMessage['type']) =>
  vi.waitUntil(() => got(device).find(({ message }) => message.type === type));
/** What would have come has come: a later message has. */
const quiet = async (): Promise<void> => {
  await specialist.api.push.subscribe(service.device('after'));
  await specialist.api.push.test({});
  await arrived('after', 'test');
};

describe('a ring', () => {
  it('is on the phone within a second, sealed, signed, and says nothing of anybody', async () => {
    await specialist.api.push.subscribe(service.device('phone'));
    await activate();
    const called = performance.now();
    const { at, headers, message } = await arrived('phone', 'ring');
    expect(at - called).toBeLessThan(1_000);
    const page = await h.db.page.findFirstOrThrow({ where: { personId: specialist.id, status: 'ringing' } });
    expect(message).toEqual({ type: 'ring', id: page.id, kind: 'emergency', urgency: 'stat' });
    expect(headers).toMatchObject({ ttl: '60', urgency: 'high', topic: page.id.replaceAll('-', '') });
    const { key, claims } = vapidOf(headers);
    expect(key).toBe(KEYS.publicKey);
    expect(claims).toMatchObject({ aud: service.base, sub: SUBJECT });
    await vi.waitUntil(async () => (await h.db.pushSubscription.count({ where: { NOT: { lastSentAt: null } } })) === 1);
  });

  it('is over on every phone of the person when it is answered, whichever answers', async () => {
    for (const name of ['phone', 'tablet']) await specialist.api.push.subscribe(service.device(name));
    const id = await activate();
    const { message } = await arrived('tablet', 'ring');
    await specialist.api.emergency.answer({ id });
    for (const name of ['phone', 'tablet'])
      expect((await arrived(name, 'over')).message).toEqual({ type: 'over', id: 'id' in message && message.id });
  });

  it('at a desk is told to its coordinators and to nobody else', async () => {
    const center = await h.person('xiangshan.center');
    await center.api.push.subscribe(service.device('desk'));
    const second = await h.person('xiangshan.specialist2');
    await second.api.push.subscribe(service.device('second'));
    await activate();
    await h.elapse(130_000);
    await arrived('desk', 'ring');
    await arrived('second', 'ring');
    const rung = async (device: string) => {
      const ids = got(device).flatMap(({ message }) => (message.type === 'ring' ? message.id : []));
      const pages = await h.db.page.findMany({ where: { id: { in: ids } } });
      return new Set(pages.map(({ personId, deskId }) => personId ?? deskId));
    };
    expect(await rung('desk')).toEqual(new Set([hospitalId('xiangshan')]));
    expect(await rung('second')).toEqual(new Set([second.id]));
  });
});

describe('a device', () => {
  it('that its push service no longer knows is forgotten, one that fails is counted', async () => {
    await specialist.api.push.subscribe(service.device('gone'));
    service.answer('gone', 410);
    await specialist.api.push.test({});
    await vi.waitUntil(async () => (await h.db.pushSubscription.count()) === 0);
    await specialist.api.push.subscribe(service.device('busy'));
    service.answer('busy', 503);
    await specialist.api.push.test({});
    await vi.waitUntil(async () => (await h.db.pushSubscription.count({ where: { failures: 1 } })) === 1);
  });

  it('is not told any more once its sign-in has ended or the account is closed', async () => {
    const { accessToken } = await connectApi(h.base, async () => null).auth.login({
      account: 'xiangshan.specialist',
      password: PASSWORD,
    });
    const elsewhere = connectApi(h.base, async () => accessToken);
    await elsewhere.push.subscribe(service.device('elsewhere'));
    await elsewhere.auth.logout({});
    const second = await h.person('xiangshan.specialist2');
    await second.api.push.subscribe(service.device('closed'));
    await h.db.person.update({ where: { id: second.id }, data: { active: false } });
    await activate();
    await h.elapse(61_000);
    await h.db.person.update({ where: { id: second.id }, data: { active: true } });
    await quiet();
    expect([...got('elsewhere'), ...got('closed')]).toEqual([]);
    await expect(elsewhere.push.test({})).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('belongs to whoever turned it on last, and to nobody once it is turned off', async () => {
    const shared = service.device('shared');
    await specialist.api.push.subscribe(shared);
    await doctor.api.push.subscribe(shared);
    expect((await h.db.pushSubscription.findMany()).map(({ personId }) => personId)).toEqual([doctor.id]);
    await specialist.api.push.unsubscribe({ endpoint: shared.endpoint });
    expect(await h.db.pushSubscription.count()).toBe(1);
    await doctor.api.push.unsubscribe({ endpoint: shared.endpoint });
    await expect(doctor.api.push.test({})).rejects.toMatchObject({ code: 'notFound', reason: 'push.device' });
  });

  it('is one of ten at most: the oldest makes room', async () => {
    for (let n = 0; n < 12; n += 1) await specialist.api.push.subscribe(service.device(`d${n}`));
    await specialist.api.push.test({});
    await vi.waitUntil(() => service.received.length === 10);
    expect([...got('d0'), ...got('d1')]).toEqual([]);
  });

  it('is stored sealed', async () => {
    const { endpoint, auth } = service.device('sealed');
    await specialist.api.push.subscribe({ ...service.device('sealed'), endpoint });
    const [row] = await h.db.$queryRaw<{ text: string }[]>`SELECT row_to_json(p)::text AS text FROM push_subscription p`;
    for (const secret of [endpoint, auth, Buffer.from(endpoint).toString('hex')]) expect(row!.text).not.toContain(secret);
  });
});

describe('where nothing is sent to', () => {
  const device = () => service.device('x');
  it.each([
    'http://push.example/x',
    'ftp://push.example/x',
    'https://10.0.0.8/x',
    'https://192.168.1.1/x',
    'https://169.254.169.254/latest/meta-data',
    'https://0xa9fea9fe/',
    'https://[fd00::1]/x',
    'https://[::ffff:10.0.0.8]/x',
  ])('%s', async (endpoint) => {
    await expect(specialist.api.push.subscribe({ ...device(), endpoint })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('the machine itself, but for a test', () => {
    for (const endpoint of [service.base, 'https://127.0.0.1/x', 'https://[::1]/x', 'http://localhost/x'])
      expect(() => checkEndpoint(endpoint, false)).toThrow('not the address of a push service');
    expect(() => checkEndpoint('https://fcm.googleapis.com/fcm/send/x', false)).not.toThrow();
  });

  it('a public name that leads inside', async () => {
    const looked = (local: boolean) =>
      new Promise((done) => outsideLookup(local)('localhost', {}, (error, address) => done(error?.code ?? address)));
    expect(await looked(false)).toBe('EINSIDE');
    expect(await looked(true)).toMatch(/^(127\.0\.0\.1|::1)$/);
  });
});

it('is not offered where the operator has set no keys', async () => {
  const without = await house();
  const { api } = await without.person('leibo.doctor');
  expect(await specialist.api.push.key({})).toEqual({ publicKey: KEYS.publicKey });
  expect(await api.push.key({})).toEqual({ publicKey: null });
  await expect(api.push.subscribe(service.device('x'))).rejects.toMatchObject({ code: 'unavailable', reason: 'push.off' });
  await without.close();
});
