import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentId } from '../prisma/seed/departments.ts';
import { readCsv } from './csv.ts';
import type { Person } from './person.ts';
import { SHEET } from './sheets.ts';
import { house, type TestHouse } from './support.ts';

let h: TestHouse;
let doctor: Person;
let desk: Person;
let stranger: Person;
beforeAll(async () => {
  h = await house();
  doctor = await h.person('leibo.doctor');
  desk = await h.person('jinjiang.center');
  stranger = await h.person('jinchuan.doctor');
});
afterAll(() => h.close());

const known = (name: string) => ({
  patient: { known: true as const, name, sex: 'female' as const, birthDate: '1994-03-02' },
});
/** A green lane to the intensive care of 锦江, sent. */
const sent = async (name: string): Promise<string> => {
  const { id, version } = await doctor.api.referrals.start({ direction: 'up', lane: 'green', from: known(name) });
  const written = await doctor.api.referrals.write({
    id,
    version,
    urgency: 'urgent',
    destination: { departmentId: departmentId('jinjiang', '28') },
    sheet: SHEET,
  });
  await doctor.api.referrals.submit({ id, version: written.version });
  return id;
};

/** As many more like it. */
const copies = async (id: string, count: number): Promise<string[]> => {
  const { outside: _, limits, ...like } = await h.db.referral.findUniqueOrThrow({ where: { id } });
  const rows = Array.from({ length: count }, () => ({
    ...like,
    limits: limits as object,
    id: crypto.randomUUID(),
    referralNo: `ZZ2025${String(++numbers).padStart(10, '0')}`,
  }));
  await h.db.referral.createMany({ data: rows });
  return rows.map((row) => row.id);
};
let numbers = 0;

const get = async (person: Person, path: string, input: object = {}): Promise<Response> => {
  const headers = { authorization: `Bearer ${await person.token()}`, 'x-input': encodeURIComponent(JSON.stringify(input)) };
  return fetch(`${h.base}/api${path}`, { headers });
};
const bytes = async (reply: Response): Promise<Buffer> => Buffer.from(await reply.arrayBuffer());
const pagesIn = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
const reasonOf = async (reply: Response): Promise<string> => ((await reply.json()) as { error: { reason: string } }).error.reason;

describe('the sheet', () => {
  it('is printed by both sides, on record with whose it is', async () => {
    const id = await sent('吉克阿呷');
    for (const person of [doctor, desk]) {
      const reply = await get(person, `/referrals/${id}/sheet`);
      expect(reply.headers.get('content-type')).toBe('application/pdf');
      expect(reply.headers.get('content-disposition')).toContain('.pdf');
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(pagesIn(await bytes(reply))).toBe(1);
    }
    const deeds = await h.db.auditRow.findMany({ where: { action: 'referralFiles.sheet', outcome: 'done' } });
    expect(deeds.map(({ subjectIds }) => subjectIds)).toEqual([[id], [id]]);
  });

  it('is nothing to a stranger, nor are several of which one is not theirs', async () => {
    const id = await sent('阿牛伍呷');
    const alone = await get(stranger, `/referrals/${id}/sheet`);
    expect([alone.status, await reasonOf(alone)]).toEqual([404, 'referral']);
    expect((await get(stranger, `/referral-sheets?ids=${id}`)).status).toBe(404);
    expect((await fetch(`${h.base}/api/referrals/${id}/sheet`)).status).toBe(401);
  });

  it('comes as fifty pages in one file, each referral once, and no more', async () => {
    const id = await sent('曲木约布');
    const ids = await copies(id, 50);
    const before = process.cpuUsage();
    const reply = await get(doctor, `/referral-sheets?ids=${[...ids, ids[0]].join(',')}`);
    expect(pagesIn(await bytes(reply))).toBe(50);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
    expect((await get(doctor, `/referral-sheets?ids=${[...ids, id].join(',')}`)).status).toBe(400);
    expect((await get(doctor, '/referral-sheets?ids=')).status).toBe(400);
  }, 60_000);
});

const everything = async (person: Person) => {
  const items = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await person.api.referrals.list({ limit: 100, ...(after && { after }) });
    items.push(...page.items);
    after = page.next;
  }
  return items;
};

describe('the list as a file', () => {
  beforeAll(async () => {
    await copies(await sent('=1+2'), 120);
  });

  it('holds every row of the list in its order, as CSV', async () => {
    const reply = await get(doctor, '/referral-table?format=csv');
    expect(reply.headers.get('content-type')).toContain('text/csv');
    const text = (await bytes(reply)).toString('utf8');
    expect(text.startsWith('\uFEFF转诊单号,')).toBe(true);
    const [, ...rows] = readCsv(text);
    const items = await everything(doctor);
    expect(rows.map(([no]) => no)).toEqual(items.map(({ referralNo }) => referralNo));
    expect(rows.length).toBeGreaterThan(150);
    const names = rows.map((row) => row[5]);
    expect(names).toContain("'=1+2");
    expect(names.filter((name) => name?.startsWith('='))).toEqual([]);
  });

  it('holds the same as XLSX, with moments that are moments, in the language asked for', async () => {
    const reply = await get(doctor, '/referral-table?format=xlsx&language=en');
    const book = new excel.Workbook();
    await book.xlsx.load((await reply.arrayBuffer()) as never);
    const [sheet] = book.worksheets;
    const items = await everything(doctor);
    expect(sheet!.rowCount).toBe(items.length + 1);
    expect(sheet!.getRow(1).getCell(1).value).toBe('Number');
    const written = sheet!.getRow(2);
    expect(written.getCell(1).value).toBe(items[0]!.referralNo);
    expect(written.getCell(6).value).toBe(items[0]!.patient.name);
    const submitted = written.getCell(17).value as Date;
    expect(submitted.getTime()).toBe(Math.round(Date.parse(items[0]!.submittedAt!) + 8 * 3_600_000));
  });

  it('takes the list’s filter, and shows a stranger nothing', async () => {
    const rows = async (person: Person, filter: object) =>
      readCsv((await bytes(await get(person, '/referral-table?format=csv', filter))).toString('utf8')).length - 1;
    expect(await rows(doctor, { direction: 'down' })).toBe(0);
    expect(await rows(doctor, { search: '阿牛伍呷' })).toBe(1);
    expect(await rows(stranger, {})).toBe(0);
    expect((await get(doctor, '/referral-table?format=pdf')).status).toBe(400);
  });

  it('leaves the rows read on record, page by page', async () => {
    const read = async () =>
      (
        await h.db.auditRow.findMany({ where: { action: { in: ['referralFiles.table', 'referrals.list'] }, actorId: desk.id } })
      ).flatMap(({ subjectIds }) => subjectIds).length;
    const before = await read();
    const rows = readCsv((await bytes(await get(desk, '/referral-table?format=csv'))).toString('utf8')).length - 1;
    expect(rows).toBeGreaterThan(0);
    expect((await read()) - before).toBe(rows);
  });
});
