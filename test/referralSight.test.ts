import { describe, expect, it } from 'vitest';
import { Refusal } from '../contract/refusal.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import type { Prisma } from '../server/db/generated/client.ts';
import type { Person } from './person.ts';
import { day, OCTOBER, openHistories } from './referralWard.ts';

const of = openHistories();
const { send, figure } = of;
const refusalOf = (promise: Promise<unknown>): Promise<string | null> =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.reason : String(error)),
  );

describe('what others may see', () => {
  const fill = async (n: number, more: Partial<Prisma.ReferralUncheckedCreateInput> = {}) => {
    for (let at = 0; at < n; at++) await send(more);
  };

  it('an overseer is not told fewer than five, nor what they could be worked out from', async () => {
    await fill(7);
    await fill(3, { toHospitalId: hospitalId('yandu') });
    const { flows, months } = await of.overseer.api.referralStats.figures(OCTOBER);
    expect(flows.cells.map(({ n }) => n)).toEqual(['hidden', 'few']);
    expect(flows.tos.map(({ n }) => n)).toEqual(['hidden', 'few']);
    expect(flows.froms).toEqual([{ from: hospitalId('maerkang'), n: 10 }]);
    expect(months[0]!.up).toBe(10);
    expect((await of.maerkang.api.referralStats.figures(OCTOBER)).flows.cells.map(({ n }) => n)).toEqual([7, 3]);
  });

  it('nor shown them one by one, nor given them as a file', async () => {
    await fill(3, { toHospitalId: hospitalId('yandu') });
    const input = { ...OCTOBER, toEnd: hospitalId('yandu') };
    expect(await of.overseer.api.referralStats.cases(input)).toEqual({ items: [], next: null, total: 'few' });
    expect((await of.maerkang.api.referralStats.cases(input)).total).toBe(3);
    const reply = await exportAs(of.overseer, { ...input, format: 'csv' });
    expect(reply.status).toBe(403);
    expect(await reply.json()).toMatchObject({ error: { reason: 'stats.few' } });
  });

  it('reads without identity: an overseer a category, a desk its own code, and nobody a birth date', async () => {
    await fill(5);
    const [seen] = (await of.overseer.api.referralStats.cases(OCTOBER)).items;
    expect(seen).toMatchObject({ dxCode: 'I21', opens: false, patient: { birthDate: null, sex: 'male', approximateAge: 62 } });
    const [own] = (await of.maerkang.api.referralStats.cases(OCTOBER)).items;
    expect(own).toMatchObject({ dxCode: 'I21.0', opens: true });
    const [asked] = (await of.jinjiang.api.referralStats.cases(OCTOBER)).items;
    expect(asked).toMatchObject({ opens: false });
    expect((await of.stranger.api.referralStats.cases(OCTOBER)).items).toEqual([]);
  });

  it('leaves an audit row with the cases of the list, and of the file', async () => {
    const id = await send();
    await of.maerkang.api.referralStats.cases(OCTOBER);
    await exportAs(of.maerkang, { ...OCTOBER, format: 'csv' }).then((reply) => reply.text());
    const rows = await of.h.db.auditRow.findMany({ where: { subjectIds: { has: id } }, orderBy: { id: 'asc' } });
    expect(rows.map(({ action, subjectKind }) => [action, subjectKind])).toEqual([
      ['referralStats.cases', 'referral'],
      ['referralStats.export', 'referral'],
    ]);
  });
});

const exportAs = async (by: Person, input: Record<string, string>): Promise<Response> =>
  fetch(`${of.h.base}/api/stats/referrals/export?${new URLSearchParams(input)}`, {
    headers: { authorization: `Bearer ${await by.token()}` },
  });

it('streams a file that no spreadsheet runs', async () => {
  await send({ toHospitalId: null, outside: { hospital: '=HYPERLINK("http://x","a, b")', phone: '1' } });
  const reply = await exportAs(of.maerkang, { ...OCTOBER, format: 'csv', language: 'en' });
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(reply.headers.get('content-disposition')).toBe('attachment; filename="K15-denominator-2026-10-2026-10.csv"');
  const bytes = Buffer.from(await reply.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString()).toContain(`,"'=HYPERLINK(""http://x"",""a, b"")",`);
  expect(bytes.toString()).toContain('2026-10-01 08:00');
});

describe('visits and discharges', () => {
  const put = (by: Person, more: object = {}) =>
    by.api.referralStats.putActivity({
      hospitalId: hospitalId('maerkang'),
      month: '2026-10',
      outpatient: 900,
      discharges: 100,
      ...more,
    });

  it('make a rate of a count; what falls into a month without them stands beside', async () => {
    await send();
    await send({ submittedAt: day(-5) });
    const both = { from: '2026-09', to: '2026-10' };
    expect(await figure('K07', of.maerkang, both)).toEqual({ numerator: 0, denominator: null, beside: 2 });
    await put(of.maerkang, { outpatient: 1 });
    expect(await put(of.maerkang)).toMatchObject({ outpatient: 900, discharges: 100, enteredBy: { id: of.maerkang.id } });
    expect(await figure('K07', of.maerkang, both)).toEqual({ numerator: 1, denominator: 1_000, beside: 1 });
    const { items } = await of.maerkang.api.referralStats.activity(both);
    expect(items.map(({ month, outpatient }) => [month, outpatient])).toEqual([
      ['2026-10', 900],
      ['2026-09', null],
    ]);
  });

  it('are said by the hospital itself, of months that have begun', async () => {
    expect(await refusalOf(put(of.jinjiang))).toBe('hospital');
    expect(await refusalOf(put(of.maerkang, { month: '2026-12' }))).toBe('stats.monthAhead');
    expect((await of.overseer.api.referralStats.activity(OCTOBER)).items).toEqual([]);
  });
});

it('refuses what is no list, a reversed period and a forged place', async () => {
  const cases = (more: object) => refusalOf(of.maerkang.api.referralStats.cases({ ...OCTOBER, ...more }));
  expect(await cases({ metric: 'K07', part: 'denominator' })).toBe('stats.noSuchPart');
  expect(await cases({ from: '2026-11' })).toBe('stats.monthsReversed');
  expect(await cases({ after: 'bm9uc2Vuc2U' })).toBe('paging.after');
});
