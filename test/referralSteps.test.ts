import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ActionName } from '../contract/index.ts';
import { EMERGENCY, ICU, type Journey, journey, SUMMARY } from './journey.ts';
import type { Person } from './person.ts';
import { house, type TestHouse } from './support.ts';

let h: TestHouse;
let j: Journey;
beforeAll(async () => {
  h = await house();
  j = await journey(h);
});
afterAll(() => h.close());

const note = '按双方约定';
/** What either side may try, in whatever order; what is not theirs or not the time for it is refused. */
const INPUTS: Record<string, (id: string) => object> = {
  approve: (id) => ({ id }),
  sendBack: (id) => ({ id, note }),
  receive: (id) => ({ id }),
  accept: (id) => ({ id }),
  reject: (id) => ({ id, reason: 'R1' }),
  revoke: (id) => ({ id, reason: 'R1', note }),
  reroute: (id) => ({ id, destination: { departmentId: EMERGENCY } }),
  arrange: (id) => ({ id, expectedAt: j.later(6) }),
  depart: (id) => ({ id }),
  arrive: (id) => ({ id, evidence: note }),
  noShow: (id) => ({ id }),
  settle: (id) => ({ id, note }),
  admit: (id) => ({ id, way: 'icu' }),
  discharge: (id) => ({ id, at: h.clock.now().toISOString() }),
  returnSummary: (id) => ({ id, summary: SUMMARY }),
  confirm: (id) => ({ id }),
  turnBack: (id) => ({ id, note }),
  giveUp: (id) => ({ id, note }),
  cancel: (id) => ({ id, note }),
};
const NO = ['reject', 'turnDown', 'revoke'];

/** One owner while it is open and none after, one acceptance at most, every "no" counted once, no time lost. */
const holdsTogether = async (id: string): Promise<void> => {
  const row = await h.db.referral.findUniqueOrThrow({ where: { id }, include: { offers: true, steps: true } });
  expect(row.ownerHospitalId === null).toBe(row.endedAt !== null);
  expect(row.clockDueAt === null).toBe(row.endedAt !== null);
  expect(row.offers.filter(({ status }) => status === 'accepted').length).toBeLessThanOrEqual(1);
  expect(row.offers.filter(({ status }) => status === 'rejected')).toHaveLength(
    row.steps.filter(({ verb }) => NO.includes(verb)).length,
  );
};

it('whatever both sides try, in whatever order: an owner at every step, never two, each rejection counted once', async () => {
  const emergency = await h.person('jinjiang.emergency');
  const people: readonly Person[] = [j.doctor, j.office, j.receiver, j.desk, emergency];
  const attempt = fc.record({ verb: fc.constantFrom(...Object.keys(INPUTS)), who: fc.nat(people.length - 1) });
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 20, maxLength: 60 }), async (attempts) => {
      const { id, version } = await j.draft({ departmentId: ICU });
      await j.doctor.api.referrals.submit({ id, version });
      for (const { verb, who } of attempts) {
        const refusal = await people[who]!.ask(`referrals.${verb}` as ActionName, INPUTS[verb]!(id)).then(
          () => null,
          (error: { code: string }) => error.code,
        );
        expect([null, 'conflict', 'forbidden', 'notFound', 'invalid']).toContain(refusal);
        await holdsTogether(id);
      }
    }),
    { numRuns: 6 },
  );
}, 120_000);
