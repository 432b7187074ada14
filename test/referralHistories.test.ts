import { describe, expect, it } from 'vitest';
import { departmentId } from '../prisma/seed/departments.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { idOf } from '../prisma/seed/ids.ts';
import { personId } from '../prisma/seed/network.ts';
import { Prisma } from '../server/db/generated/client.ts';
import { anyConsult, PATIENTS } from './referralFigures.ts';
import { day, nextPlace, OCTOBER, openHistories } from './referralWard.ts';

const of = openHistories();
const { send, offer, figure } = of;

describe('K09 and K10 are of offers', () => {
  it('RF-1: one hospital says no, then another department of it says yes: the rejection counts once, half of the pair', async () => {
    const id = await send({ acceptedAt: day(1, 3) }, 'accepted');
    await offer(id, 'rejected', { decidedAt: day(1, 1), reason: 'R1' });
    await offer(id, 'accepted', { departmentId: departmentId('jinjiang', '20'), offeredAt: day(1, 1), decidedAt: day(1, 3) });
    for (const by of [of.maerkang, of.jinjiang]) {
      expect(await figure('K09', by)).toEqual({ numerator: 1, denominator: 2, beside: 0 });
      const { pairs, answers } = await by.api.referralStats.figures(OCTOBER);
      const told = { n: 2, accepted: 1, rejected: 1, expired: 0, meanSeconds: 5_400, p90Seconds: 7_200 };
      expect(pairs).toEqual([{ from: hospitalId('maerkang'), to: hospitalId('jinjiang'), ...told }]);
      expect(answers).toEqual(told);
    }
    const rejected = await of.maerkang.api.referralStats.cases({ ...OCTOBER, metric: 'K09', answer: 'rejected' });
    expect(rejected.items).toMatchObject([{ caseId: id, state: 'rejected', reason: 'R1', seconds: 3_600, opens: true }]);
    expect(await figure('K15')).toMatchObject({ denominator: 1 });
    expect(await figure('K09', of.stranger)).toEqual({ numerator: 0, denominator: 0, beside: 0 });
  });

  it('what ran out of time is in the denominator and counts as longest', async () => {
    const id = await send();
    await offer(id, 'expired', { decidedAt: day(2) });
    await offer(id, 'accepted', { decidedAt: day(1, 1), decidedById: personId('jinjiang.specialist') });
    await offer(id, 'offered');
    expect(await figure('K09')).toEqual({ numerator: 1, denominator: 2, beside: 1 });
    const { answers } = await of.maerkang.api.referralStats.figures(OCTOBER);
    expect(answers).toMatchObject({ expired: 1, meanSeconds: 3_600, p90Seconds: 'unanswered' });
  });

  it('a hospital that had said yes did, when the sender took it back; one that was no longer needed did not', async () => {
    const id = await send();
    await offer(id, 'withdrawn', { decidedAt: day(1, 1), decidedById: personId('jinjiang.specialist') });
    await offer(id, 'withdrawn', { decidedAt: day(3) });
    expect(await figure('K09')).toEqual({ numerator: 1, denominator: 1, beside: 1 });
    expect(await figure('K10')).toEqual({ numerator: 1, denominator: 1, beside: null });
    const { answers } = await of.maerkang.api.referralStats.figures(OCTOBER);
    expect(answers).toMatchObject({ meanSeconds: 3_600 });
  });

  it('asks of the hospital that was asked, wherever the patient went in the end', async () => {
    const id = await send();
    await offer(id, 'rejected', { hospitalId: hospitalId('yandu'), decidedAt: day(1, 1) });
    expect(await figure('K09', of.maerkang, { toEnd: hospitalId('yandu') })).toMatchObject({ denominator: 1 });
    expect(await figure('K09', of.maerkang, { toEnd: hospitalId('jinjiang') })).toMatchObject({ denominator: 0 });
    expect(await figure('K09', await of.h.person('yandu.admin'))).toMatchObject({ denominator: 1 });
  });
});

describe('each figure by its own event', () => {
  it('drafts and what was never sent count nowhere', async () => {
    await send({ submittedAt: null }, 'draft');
    await send({ submittedAt: null }, 'cancelled');
    const { figures, months } = await of.maerkang.api.referralStats.figures(OCTOBER);
    expect(figures.flatMap(({ numerator, denominator, beside }) => [numerator, denominator, beside]).filter(Boolean)).toEqual([]);
    expect(months).toEqual([{ month: '2026-10', up: 0, down: 0, lateral: 0 }]);
  });

  it('a month begins at midnight in Shanghai', async () => {
    await send({ submittedAt: new Date('2026-09-30T15:59:59.999Z') });
    await send({ submittedAt: new Date('2026-09-30T16:00:00Z') });
    const { months } = await of.maerkang.api.referralStats.figures({ from: '2026-09', to: '2026-10' });
    expect(months.map(({ up }) => up)).toEqual([1, 1]);
  });

  it('K11: arrived, not come and still on the way', async () => {
    await send({ acceptedAt: day(2), arrivedAt: day(3) }, 'treated');
    await send({ acceptedAt: day(2) }, 'departed');
    for (const status of ['noShow', 'turnedBack', 'diverted', 'expired'] as const) await send({ acceptedAt: day(2) }, status);
    expect(await figure('K11')).toEqual({ numerator: 1, denominator: 6, beside: 1 });
    expect(await figure('K11N')).toEqual({ numerator: 4, denominator: 6, beside: null });
  });

  it('K12: seven days to the minute, of recorded discharges; an unknown discharge stands beside', async () => {
    const left = { admittedAt: day(4), dischargedAt: day(10) };
    await send({ ...left, summaryAt: day(17) });
    await send({ ...left, summaryAt: new Date(day(17).getTime() + 1) });
    await send(left);
    await send({ admittedAt: day(4) });
    await send({ ...left, direction: 'down', summaryAt: day(11) });
    expect(await figure('K12')).toEqual({ numerator: 1, denominator: 3, beside: 1 });
  });

  it('K15: a hospital off the platform is a node of its own, and so is what has no code', async () => {
    await send({ toHospitalId: null, toDepartmentId: null, outside: { hospital: '华西医院', phone: '028-85422114' } });
    await send({ toHospitalId: null, toDepartmentId: null, outside: Prisma.DbNull, dxCode: null });
    const { flows, chapters } = await of.maerkang.api.referralStats.figures(OCTOBER);
    expect(flows.cells.map(({ to, n }) => [to, n]).sort()).toEqual([
      ['outside', 1],
      ['unknown', 1],
    ]);
    expect(chapters).toEqual(expect.arrayContaining([{ chapter: 'unknown', n: 1 }]));
    const away = await of.maerkang.api.referralStats.cases({ ...OCTOBER, toEnd: 'outside' });
    expect(away.items).toMatchObject([{ to: null, outside: '华西医院' }]);
  });
});

describe('K13: went on locally, and nothing was sent up within a week', () => {
  const consult = async (more: Partial<Prisma.ConsultUncheckedCreateInput> = {}): Promise<string> => {
    const place = nextPlace();
    const any = anyConsult(0);
    const data = {
      ...any,
      id: idOf('told', place),
      consultNo: `T${place}`,
      fromHospitalId: hospitalId('maerkang'),
      patientId: PATIENTS[0]!.id!,
      status: 'closed' as const,
      outcome: 'continuedLocally' as const,
      dxCode: 'I21.9',
      sentAt: day(1),
      endedAt: day(2),
      ...more,
    };
    return (await of.h.db.consult.create({ data: data as Prisma.ConsultUncheckedCreateInput })).id;
  };
  const stayed = () => figure('K13').then(({ numerator }) => numerator);

  it.each([
    ['the same disease on the seventh day', { submittedAt: day(9, -1) }, 0],
    ['a week later', { submittedAt: day(9) }, 1],
    ['before it was asked for', { submittedAt: day(0) }, 1],
    ['another disease', { submittedAt: day(3), dxCode: 'S06.0' }, 1],
    ['a disease nobody coded', { submittedAt: day(3), dxCode: null }, 0],
    ['another person', { submittedAt: day(3), patientId: PATIENTS[3]!.id! }, 1],
    ['another record of the same person', { submittedAt: day(3), patientId: PATIENTS[6]!.id! }, 0],
    ['a 下转', { submittedAt: day(3), direction: 'down' as const }, 1],
    ['a draft', { submittedAt: null }, 1],
  ])('%s', async (_, sent, expected) => {
    await consult();
    await send({ patientId: PATIENTS[0]!.id!, dxCode: 'I21.0', ...sent });
    expect(await stayed()).toBe(expected);
  });

  it('the same person by a merge of a merge, in another hospital', async () => {
    await consult({ patientId: PATIENTS[1]!.id! });
    await send({ patientId: PATIENTS[7]!.id!, dxCode: 'I21.0', submittedAt: day(3) });
    expect(await stayed()).toBe(0);
  });

  it('a referral that came of the consult itself counts whatever its code', async () => {
    const id = await consult();
    await send({ consultId: id, dxCode: 'S06.0', submittedAt: day(3) });
    expect(await stayed()).toBe(0);
  });

  it('known deaths and self-departures are left out and shown beside; what is not a week old is not known yet', async () => {
    await consult();
    await consult({ outcome: 'transferred' });
    await consult({ outcome: 'died' });
    await consult({ outcome: 'selfDischarged' });
    expect(await figure('K13')).toEqual({ numerator: 1, denominator: 2, beside: 2 });
    await consult({ endedAt: of.h.clock.now() });
    expect(await figure('K13', of.maerkang, { to: '2026-11' })).toEqual({ numerator: 1, denominator: 2, beside: 2 });
  });
});
