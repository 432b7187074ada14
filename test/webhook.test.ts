import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { house, type TestHouse } from './support.ts';

const SECRET = 'a secret of the hospital’s telephone system';

/** The hospital's own program that telephones. */
let receiver: Server;
let h: TestHouse;
const calls: { body: string; signature: string | undefined }[] = [];
let refuse = 0;
beforeAll(async () => {
  receiver = createServer(async (request, reply) => {
    if (refuse > 0) {
      refuse -= 1;
      reply.writeHead(503).end();
      return;
    }
    calls.push({ body: await text(request), signature: request.headers['x-shanhai-signature'] as string });
    reply.end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  h = await house({ pagingWebhook: { url: `http://127.0.0.1:${port}/ring`, secret: SECRET } });
});
afterAll(async () => {
  await h.close();
  receiver.close();
});

const activate = async (): Promise<void> => {
  const doctor = await h.person('leibo.doctor');
  const at = h.clock.now().toISOString();
  await doctor.api.emergency.activate({ id: crypto.randomUUID(), center: 'chestPain', hospitalId: hospitalId('leibo'), at });
};

it('tells the telephone program whom to call, signed, and nothing of the patient', async () => {
  await activate();
  await vi.waitUntil(() => calls.length >= 2);
  const told = calls.map(({ body }) => JSON.parse(body) as Record<string, string>);
  for (const { body, signature } of calls)
    expect(signature).toBe(`sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`);
  expect(told.every(({ urgency, kind }) => urgency === 'stat' && kind === 'emergency')).toBe(true);
  expect(told.map(({ phone }) => phone)).toEqual(expect.arrayContaining([expect.stringMatching(/^154\d{8}$/)]));
  expect([...new Set(told.flatMap(Object.keys))].sort()).toEqual(['kind', 'page', 'phone', 'rungAt', 'urgency']);
});

it('tries again when it is not answered, and rings whatever becomes of it', async () => {
  const before = calls.length;
  refuse = 2;
  await activate();
  await vi.waitUntil(() => calls.length > before);
  const specialist = await h.person('xiangshan.specialist');
  expect((await specialist.api.emergency.ringing({})).items).toHaveLength(2);
});
