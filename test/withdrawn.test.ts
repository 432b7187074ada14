import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ConsultStatus } from '../contract/consults.ts';
import type { ResponseState } from '../contract/stats.ts';
import { idOf } from '../prisma/seed/ids.ts';
import { anyConsult } from './figures.ts';
import type { Person } from './person.ts';
import { house, type TestHouse } from './support.ts';
import { ward } from './ward.ts';

let h: TestHouse;
let overseer: Person;
beforeAll(async () => {
  h = await house();
  overseer = await h.person('zhou.admin');
  await h.db.patient.create({
    data: {
      id: idOf('patient', 0),
      hospitalId: anyConsult(0).fromHospitalId,
      identityId: (await h.db.identity.create({ data: {} })).id,
      known: true,
      sex: 'female',
    },
  });
});
afterAll(() => h.close());

/** One request by hand, sent at ten, its limit half past: how it counts when it went like this. */
const counted = async (row: { status: ConsultStatus; ended?: string; steps?: Record<string, string> }) => {
  const at = (time: string) => new Date(`2026-03-10T${time}:00+08:00`);
  const id = crypto.randomUUID();
  await h.db.consult.create({
    data: {
      ...anyConsult(0),
      id,
      consultNo: id.slice(0, 20),
      status: row.status,
      sentAt: at('10:00'),
      responseDueAt: at('10:30'),
      firstResponseAt: null,
      endedAt: row.ended ? at(row.ended) : null,
    },
  });
  const steps = Object.entries(row.steps ?? {}).map(([verb, time]) => ({ consultId: id, verb, at: at(time) }));
  await h.db.consultStep.createMany({ data: steps });
  const march = { from: '2026-03', to: '2026-03', limit: 10 };
  const total = async (response: z.infer<typeof ResponseState>) => (await overseer.api.stats.cases({ ...march, response })).total;
  const found = { due: await total('due'), unanswered: await total('unanswered'), late: await total('late') };
  const [listed] = (await overseer.api.stats.cases(march)).items;
  await h.db.consultStep.deleteMany({ where: { consultId: id } });
  await h.db.consult.delete({ where: { id } });
  return { ...found, lateInList: listed!.late };
};
const COUNTS = { due: 1, unanswered: 1, late: 1, lateInList: true };
const LEFT_OUT = { due: 0, unanswered: 0, late: 0, lateInList: false };

it.each([
  ['withdrawn while there was time', { status: 'cancelled', ended: '10:29', steps: { cancel: '10:29' } }, LEFT_OUT],
  ['withdrawn at the very limit', { status: 'cancelled', ended: '10:30', steps: { cancel: '10:30' } }, LEFT_OUT],
  ['withdrawn for want of an answer', { status: 'cancelled', ended: '10:31', steps: { cancel: '10:31' } }, COUNTS],
  ['still sent back', { status: 'returned', steps: { sendBack: '10:10' } }, LEFT_OUT],
  [
    'sent back, never sent again',
    { status: 'cancelled', ended: '14:10', steps: { sendBack: '10:10', expire: '14:10' } },
    LEFT_OUT,
  ],
  ['sent back, then withdrawn', { status: 'cancelled', ended: '11:00', steps: { sendBack: '10:10', cancel: '11:00' } }, LEFT_OUT],
  [
    'sent back before this sending, then withdrawn for want of an answer',
    { status: 'cancelled', ended: '11:00', steps: { sendBack: '09:40', resend: '10:00', cancel: '11:00' } },
    COUNTS,
  ],
  ['declined at once', { status: 'declined', ended: '10:02', steps: { decline: '10:02' } }, COUNTS],
  ['nobody came', { status: 'expired', ended: '14:00', steps: { expire: '14:00' } }, COUNTS],
] as const)('counts as unanswered or not: %s', async (_how, row, expected) => {
  expect(await counted(row)).toEqual(expected);
});

it('counts nobody as unanswered for a request that was sent back and never sent again', async () => {
  const w = await ward(h);
  const { id, consultNo } = await w.sendUrgent();
  h.clock.advance(60_000);
  await w.first.api.consults.sendBack({ id, note: '请补心电图' });
  await h.elapse(5 * 3_600_000);
  expect(await h.db.consult.findUnique({ where: { id } })).toMatchObject({ status: 'cancelled', firstResponseAt: null });
  const { api } = await h.person('leibo.admin');
  const month = h.clock.now().toISOString().slice(0, 7);
  const numbers = async (narrower: object) =>
    (await api.stats.cases({ from: month, to: month, limit: 100, ...narrower })).items.map((row) => row.consultNo);
  expect(await numbers({ status: 'cancelled' })).toContain(consultNo);
  expect(await numbers({ status: 'cancelled', response: 'due' })).not.toContain(consultNo);
});
