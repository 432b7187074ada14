import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emergency } from '../contract/emergency.ts';
import type { NodeCode } from '../contract/emergencyNodes.ts';
import type { Reading } from '../contract/vitals.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { words } from '../server/emergency/handover/said.ts';
import { type Handover, pageOf } from '../server/emergency/handover/sheet.ts';
import type { Block, Cell } from '../server/print/blocks.ts';
import { pdfOf } from '../server/print/pdf.ts';
import { emergency, point, RULES } from './client/rescue.ts';
import { house, type TestHouse } from './support.ts';

const AT = new Date('2026-11-23T02:00:00Z');
const handed = (more: Partial<Emergency> = {}, readings: Reading[] = []): Handover => {
  const view = emergency(more);
  return { view, rules: RULES.rules[view.center], eta: '2026-11-23T01:20:00.000Z', readings };
};
const cells = (blocks: readonly Block[]): Cell[] => blocks.flatMap((block) => ('cells' in block ? [...block.cells] : []));
const said = (of: Handover, label: string): string | undefined =>
  cells(pageOf(of, AT).blocks).find((cell) => cell.label === label)?.text;
const print = async (of: Handover): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of pdfOf([pageOf(of, AT)], { printedBy: '马海木呷 雷波县人民医院', at: AT })) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
};
const reading = (minute: number, more: Omit<Reading, 'at'>): Reading => ({ at: `2026-11-23T01:${minute}:00.000Z`, ...more });

const LONG = '曲'.repeat(100);
const everything: Partial<Emergency> = {
  patient: { ...emergency().patient, name: LONG, visitNo: 'A'.repeat(40), phone: '0834-8822120' },
  from: { ...emergency().from, name: LONG },
  bed: '抢'.repeat(20),
  note: '很长的说明。'.repeat(80),
  flags: ['ambulance', 'transferIn', 'transferOut', 'stemi', 'lysis'],
  timepoints: (['ONSET', 'CALL', 'FMC', 'ECG1', 'ECG_TX', 'DAPT', 'ANTICOAG', 'LYSIS_START'] as NodeCode[]).map((node, n) =>
    point(n, node, n),
  ),
};
everything.shown = everything.timepoints!.map(({ id }) => id);

describe('the paper', () => {
  it.each([
    ['with nothing known', handed({ patient: { ...emergency().patient, known: false, name: null } })],
    ['with every text as long as it may be', handed(everything, [reading(10, { pulse: 300, spo2: 100, oxygen: 'ventilator' })])],
  ])('is one page %s', async (_, of) => {
    const pdf = await print(of);
    expect([...pdf.matchAll(/\/Type \/Page\b/g)]).toHaveLength(1);
    expect(pdf).toMatch(/\/FontName \/[A-Z]{6}\+NotoSerifSC/);
    expect(pdf).not.toContain('曲比');
  });

  it('says where each time is from, and leaves what has none to the pen', () => {
    const times = [point(1, 'FMC', 5), point(2, 'DOOR', 30, { source: 'ems', precision: 'estimated' })];
    const of = handed({ timepoints: times, shown: times.map(({ id }) => id) });
    expect(said(of, words.node.FMC)).toBe('11-23 09:05（手工）');
    expect(said(of, words.node.DOOR)).toBe('11-23 09:30（120·估计）');
    expect(said(of, words.node.ONSET)).toBe(words.none);
    expect(said(of, words.label.eta)).toBe('11-23 09:20');
    expect(said(of, words.node.ARRIVE)).toBeUndefined();
    expect(said(of, words.label.treatments)).toBe(words.none);
  });

  it('shows only the stamp that counts', () => {
    const [wrong, right] = [point(1, 'DAPT', 5), point(2, 'DAPT', 8)];
    const of = handed({ timepoints: [wrong, right], shown: [right.id] });
    expect(said(of, words.label.treatments)).toBe('双联抗血小板 11-23 09:08（手工）');
  });

  it('tells how the signs went: first, both ends, last, and saturation never without how the patient breathes', () => {
    const of = handed({}, [
      reading(10, { pulse: 96, spo2: 91, oxygen: 'air' }),
      reading(15, { pulse: 132, systolic: 84, diastolic: 50 }),
      reading(20, { pulse: 104, spo2: 96, oxygen: 'mask' }),
    ]);
    expect(said(of, words.label.first)).toContain('心率 96 次/分（11-23 09:10）');
    expect(said(of, words.label.extremes)).toContain('心率 96 次/分（11-23 09:10） 到 132 次/分（11-23 09:15）');
    expect(said(of, words.label.extremes)).toContain('91 % 空气（11-23 09:10） 到 96 % 面罩（11-23 09:20）');
    expect(said(of, words.label.extremes)).toContain(`血压 ${words.once}`);
    expect(said(of, words.label.last)).toContain('84/50 mmHg（11-23 09:15）');
    expect(said(handed(), words.label.first)).toBe(words.none);
  });

  it('carries the last score of a kind, and what figures are for', () => {
    const score = { id: emergency().id, kind: 'nihss', version: '1', band: 'severe', by: emergency().activator } as const;
    const scores = [5, 18].map((total, n) => ({ ...score, total, at: `2026-11-23T01:0${n}:00.000Z` }));
    expect(said(handed({ scores }), words.label.scores)).toBe('NIHSS 18 重度（11-23 09:01）');
    expect(pageOf(handed(), AT).advice).toContain('质控参考，不替代临床判断');
    expect(pageOf(handed(), AT).signs).toEqual(Object.values(words.sign));
  });
});

describe('the door', () => {
  let h: TestHouse;
  beforeAll(async () => {
    h = await house();
  });
  afterAll(() => h.close());

  it('opens for both sides and nobody else, and every print is on record', async () => {
    const doctor = await h.person('leibo.doctor');
    const { id, emergencyNo } = await doctor.api.emergency.activate({
      id: crypto.randomUUID(),
      center: 'chestPain',
      hospitalId: hospitalId('leibo'),
      at: h.clock.now().toISOString(),
    });
    const get = async (account: string) => {
      const token = await (await h.person(account)).token();
      return fetch(`${h.base}/api/emergencies/${id}/handover.pdf`, { headers: { authorization: `Bearer ${token}` } });
    };
    for (const account of ['leibo.doctor', 'leibo.center', 'xiangshan.specialist']) {
      const reply = await get(account);
      expect(reply.headers.get('content-type')).toBe('application/pdf');
      const pdf = Buffer.from(await reply.arrayBuffer()).toString('latin1');
      expect(pdf.slice(0, 5)).toBe('%PDF-');
      expect(pdf).toContain(Buffer.from(emergencyNo, 'utf16le').swap16().toString('latin1'));
    }
    expect((await get('meigu.doctor')).status).toBe(404);
    expect((await fetch(`${h.base}/api/emergencies/${id}/handover.pdf`)).status).toBe(401);
    const deeds = await h.db.auditRow.findMany({ where: { action: 'emergencyFiles.handover', outcome: 'done' } });
    expect(deeds).toHaveLength(3);
  });
});
