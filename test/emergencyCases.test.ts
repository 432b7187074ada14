import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emergency } from '../contract/emergency.ts';
import type { MetricState } from '../contract/emergencyMetrics.ts';
import type { Center, Flag, NodeCode } from '../contract/emergencyNodes.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import type { Person } from './person.ts';
import { house, type TestHouse } from './support.ts';

/** Every worked case of the clinical specification: typed-in nodes to displayed metrics, with the numbers given there. */
let h: TestHouse;
beforeAll(async () => {
  h = await house({ now: new Date('2026-11-25T04:00:00.000Z') });
});
afterAll(() => h.close());

interface Story {
  county: string;
  center: Center;
  flags?: Flag[];
  /** `HH:MM` or `HH:MM:SS` of the 24th in Shanghai; with a value behind `=`. */
  nodes: Partial<Record<NodeCode, string>>;
}

const at = (text: string): string => {
  const [hour, minute, second = '00'] = text.split(':');
  return new Date(`2026-11-24T${hour}:${minute}:${second}+08:00`).toISOString();
};

const told = async ({ county, center, flags = [], nodes }: Story): Promise<Emergency & { by: Person }> => {
  const by = await h.person(`${county}.doctor`);
  const id = crypto.randomUUID();
  await by.api.emergency.activate({ id, center, hospitalId: hospitalId(county), at: at('08:00'), flags });
  const items = Object.entries(nodes).map(([node, text]) => {
    const [time, value] = text.split('=');
    const stamp = { id: crypto.randomUUID(), node: node as NodeCode, at: at(time!) };
    return value === undefined ? stamp : { ...stamp, value: Number(value) };
  });
  return { ...(await by.api.emergency.stamp({ id, items })), by };
};

const said = ({ metrics }: Emergency, code: string): [MetricState, number | null] => {
  const { state, seconds } = metrics.find((metric) => metric.code === code)!;
  return [state, seconds === null ? null : seconds / 60];
};
const scoreOf = async (
  story: Emergency & { by: Person },
  kind: Parameters<Person['api']['emergency']['score']>[0]['kind'],
  input: object,
) => {
  const { scores } = await story.by.api.emergency.score({ id: story.id, kind, input: input as Record<string, never> });
  const { total, band } = scores.at(-1)!;
  return { total, band };
};

describe('worked cases', () => {
  it('CP-1 雷波 STEMI lysis', async () => {
    const nodes = {
      ONSET: '08:10',
      DOOR: '09:02',
      FMC: '09:02',
      ECG1: '09:08',
      ECG_DX: '09:14',
      LYSIS_START: '09:29',
      DOOR_OUT: '10:05',
    };
    const story = await told({ county: 'leibo', center: 'chestPain', flags: ['stemi', 'lysis', 'transferOut'], nodes });
    expect(said(story, 'S2FMC')).toEqual(['watched', 52]);
    expect(said(story, 'FMC2ECG')).toEqual(['met', 6]);
    expect(said(story, 'ECG2DX')).toEqual(['met', 6]);
    expect(said(story, 'D2N')).toEqual(['met', 27]);
    expect(said(story, 'DIDO')).toEqual(['notEligible', null]);
    expect(said(story, 'TNI_TAT')).toEqual(['notEligible', null]);
    const found = { syndrome: 'stemi', age: 63, pulse: 96, systolic: 118, creatinine: 97, killip: 2 };
    const grace = { ...found, arrest: false, stDeviation: true, enzymes: true };
    expect(await scoreOf(story, 'grace', grace)).toEqual({ total: 185, band: 'high' });
  });

  it('CP-2 平昌 PPCI, transferred in', async () => {
    const nodes = { FMC: '14:00', ECG1: '14:09', ECG_DX: '14:21', DOOR: '14:35', WIRE: '15:52' };
    const story = await told({ county: 'pingchang', center: 'chestPain', flags: ['stemi', 'ppci', 'transferIn'], nodes });
    expect(said(story, 'FMC2ECG')).toEqual(['met', 9]);
    expect(said(story, 'ECG2DX')).toEqual(['unmet', 12]);
    expect(said(story, 'D2W')).toEqual(['met', 77]);
    expect(said(story, 'FMC2W_T')).toEqual(['met', 112]);
    expect(said(story, 'FMC2W')).toEqual(['notEligible', null]);
  });

  it('ST-1 盐源', async () => {
    const nodes = { LKW: '06:30', DOOR: '08:05', CT_START: '08:21', CT_RPT: '08:41', BOLUS: '08:52' };
    const story = await told({ county: 'yanyuan', center: 'stroke', flags: ['ischaemic', 'ivt'], nodes });
    expect(said(story, 'D2CT')).toEqual(['met', 16]);
    expect(said(story, 'D2CTR')).toEqual(['met', 36]);
    expect(said(story, 'DNT')).toEqual(['met', 47]);
    expect(story.metrics.find(({ code }) => code === 'DNT')!.aims).toBe(0);
    expect(said(story, 'ONT')).toEqual(['met', 142]);
    expect(story.gaps).toEqual(['NEURO', 'NIHSS0', 'LAB_RPT', 'CONSENT']);
    expect(said(story, 'D2WORKUP')).toEqual(['missing', null]);
  });

  it('TR-1 小金 坠崖', async () => {
    const nodes = { INJURY: '16:40', DOOR: '17:32', TXA: '17:50', INCISION: '18:24' };
    const story = await told({ county: 'xiaojin', center: 'trauma', flags: ['severe', 'shock'], nodes });
    expect(said(story, 'I2TXA')).toEqual(['met', 70]);
    expect(said(story, 'D2S')).toEqual(['met', 52]);
    expect(await scoreOf(story, 'rts', { gcs: 11, systolic: 80, respiration: 32 })).toEqual({ total: 9, band: 'severe' });
    const injuries = [
      { region: 'chest', ais: 4 },
      { region: 'abdomen', ais: 3 },
      { region: 'extremities', ais: 2 },
    ];
    expect(await scoreOf(story, 'iss', { injuries })).toEqual({ total: 29, band: 'verySevere' });
    const triss = await scoreOf(story, 'triss', { rts: 5.8806, iss: 29, age: 34, mechanism: 'blunt' });
    expect(triss.total).toBeCloseTo(0.868, 3);
    const shock = await scoreOf(story, 'shockIndex', { pulse: 128, systolic: 80, obstetric: false });
    expect(shock).toEqual({ total: 1.6, band: 'alert' });
  });

  it('OB-1 越西 早剥+重度子痫前期', async () => {
    const nodes = { DECIDE_CS: '22:10', BIRTH: '22:36', BLOOD_REQ: '22:41', TX_START: '23:08' };
    const story = await told({ county: 'yuexi', center: 'maternal', flags: ['csCat1', 'pph'], nodes });
    expect(said(story, 'DDI1')).toEqual(['met', 26]);
    expect(said(story, 'PPH2TX')).toEqual(['met', 27]);
    const shock = await scoreOf(story, 'shockIndex', { pulse: 118, systolic: 84, obstetric: true });
    expect(shock.total).toBeCloseTo(1.4, 1);
    expect(await scoreOf(story, 'mewc', { systolic: 84, pulse: 118 })).toEqual({ total: null, band: 'triggered' });
  });

  it('NE-1 美姑 29+3 w, 1180 g', async () => {
    const nodes = { BIRTH: '03:00', PPV: '03:00:40', TEMP0: '03:20=36.1', NICU_IN: '03:20' };
    const story = await told({ county: 'meigu', center: 'newborn', flags: ['apnoea'], nodes });
    expect(said(story, 'B2PPV')[0]).toBe('met');
    expect(story.metrics.find(({ code }) => code === 'TEMP_OK')).toMatchObject({ state: 'unmet', value: 36.1 });
    const five = { appearance: 2, pulse: 2, grimace: 1, activity: 1, respiration: 1 };
    expect(await scoreOf(story, 'apgar', five)).toEqual({ total: 7, band: 'reassuring' });
  });
});

describe('the edges', () => {
  const dnt = async (bolus: string) =>
    said(await told({ county: 'yanyuan', center: 'stroke', flags: ['ivt'], nodes: { DOOR: '08:00', BOLUS: bolus } }), 'DNT');

  it('exactly an hour is met, a second more is not', async () => {
    expect((await dnt('09:00:00'))[0]).toBe('met');
    expect((await dnt('09:00:01'))[0]).toBe('unmet');
  });

  it('an ECG before the first contact is invalid, a missing door is missing', async () => {
    const early = await told({ county: 'leibo', center: 'chestPain', nodes: { FMC: '09:10', ECG1: '09:05' } });
    expect(said(early, 'FMC2ECG')[0]).toBe('invalid');
    const noDoor = await told({
      county: 'leibo',
      center: 'chestPain',
      flags: ['stemi', 'lysis'],
      nodes: { LYSIS_START: '09:29' },
    });
    expect(said(noDoor, 'D2N')).toEqual(['missing', null]);
    expect(noDoor.gaps).toContain('DOOR');
  });

  it('a team that waits at the door is there in time', async () => {
    const story = await told({ county: 'leibo', center: 'trauma', nodes: { DOOR: '10:00', TEAM: '09:52' } });
    expect(story.metrics.find(({ code }) => code === 'D2TEAM')).toMatchObject({ state: 'met', seconds: -480, aims: 1 });
  });

  it('goes over midnight, and says of more than a day that it is long', async () => {
    const late = await told({ county: 'leibo', center: 'stroke', flags: ['ivt'], nodes: { DOOR: '23:50' } });
    const items = [{ id: crypto.randomUUID(), node: 'BOLUS', at: '2026-11-24T16:20:00.000Z' }] as const;
    expect(said(await late.by.api.emergency.stamp({ id: late.id, items: [...items] }), 'DNT')).toEqual(['met', 30]);
    const onset = { id: crypto.randomUUID(), node: 'LKW', at: '2026-11-23T01:00:00.000Z' } as const;
    const long = await late.by.api.emergency.stamp({ id: late.id, items: [onset] });
    expect(long.metrics.find(({ code }) => code === 'ONT')).toMatchObject({ state: 'unmet', long: true });
  });

  it('a clock of three minutes ahead changes no metric', async () => {
    const story = await told({ county: 'leibo', center: 'chestPain', nodes: { FMC: '09:02' } });
    const ahead = { id: crypto.randomUUID(), node: 'ECG1', at: at('09:11'), offsetMs: 180_000 } as const;
    expect(said(await story.by.api.emergency.stamp({ id: story.id, items: [ahead] }), 'FMC2ECG')).toEqual(['met', 6]);
  });

  it('an ISS that cannot be is refused', async () => {
    const story = await told({ county: 'leibo', center: 'trauma', nodes: { DOOR: '10:00' } });
    const input = { rts: 7.8, iss: 15, age: 30, mechanism: 'blunt' };
    await expect(story.by.api.emergency.score({ id: story.id, kind: 'triss', input })).rejects.toMatchObject({
      reason: 'score.input',
    });
  });
});
