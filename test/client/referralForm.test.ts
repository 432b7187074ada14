import { describe, expect, it } from 'vitest';
import { check, heldBack, stops } from '../../client/src/referrals/form/check.ts';
import { type Form, goalOf, isMaternal } from '../../client/src/referrals/form/form.ts';
import { guessVital } from '../../client/src/referrals/form/guess.ts';
import { firstOf, partOf, partsOf, partsWith } from '../../client/src/referrals/form/parts.ts';
import { formOfSheet } from '../../client/src/referrals/form/sheetForm.ts';
import { patchOf, says } from '../../client/src/referrals/form/writing.ts';
import { reasonsOf, type Sheet, type VitalRanges } from '../../contract/referralSheet.ts';
import type { Referral } from '../../contract/referrals.ts';
import dictionary from '../../server/reference/sets/vitalRanges.json' with { type: 'json' };

const ranges = dictionary.data as unknown as VitalRanges;
const DEPARTMENT = '0197a1b2-0000-7000-8000-000000000001';

const full: Sheet = {
  dx: { name: '急性前壁心肌梗死', code: 'I21.0' },
  reasons: ['U2', 'U6'],
  reasonNote: '',
  complaint: '胸痛 2 小时',
  presentIllness: '突发胸痛',
  pastHistory: '高血压',
  allergies: '无',
  vitals: {
    temperature: 36.8,
    pulse: 96,
    respiration: 20,
    systolic: 118,
    diastolic: 76,
    spo2: 93,
    oxygen: 'cannula',
    consciousness: 'alert',
    takenAt: '2026-11-24T01:08:00.000Z',
  },
  results: 'V1–V4 抬高',
  treatments: '阿司匹林 300 mg',
  cautions: '',
  infection: { state: 'suspected', kind: '结核', isolation: 'airborne' },
  maternal: { weeks: 38, days: 2, intubated: false, drugs: ['magnesium'], deliveryMode: 'undelivered' },
  consent: { state: 'signed', signer: 'relative', signerName: '阿牛伍呷', signedAt: '2026-11-24T01:30:00.000Z' },
  payer: 'resident',
  address: '雷波县',
  companion: { name: '阿牛伍呷', relation: '女儿', phone: '13900000001' },
  callbackPhone: '0834-8822120',
  bed: '12',
  transport: { mode: 'hospitalAmbulance', routeMinutes: 180, oxygenFlow: 3, oxygenLitres: 800, risks: ['shock'] },
  homePlan: { followUp: '心内科门诊', followUpAt: '2026-12-08' },
};
const blank: Form = {
  ...formOfSheet({}),
  lane: 'elective',
  place: 'platform',
  departmentId: '',
  outHospital: '',
  outDepartment: '',
  outPhone: '',
  outCity: '',
};
const written = (part: Partial<Form> = {}): Form => ({ ...blank, ...formOfSheet(full), departmentId: DEPARTMENT, ...part });
const up = { direction: 'up' as const };

describe('form and sheet', () => {
  it('a sheet survives the way through the form, but for what is empty', () => {
    const { reasonNote: _none, cautions: _nothing, ...given } = full;
    const { sheet, faults } = check(written(), up, ranges);
    expect(sheet).toEqual({
      ...given,
      vitals: { ...full.vitals, takenAt: '2026-11-24T09:08:00+08:00' },
      consent: { ...full.consent, signedAt: '2026-11-24T09:30:00+08:00' },
    });
    expect(faults).toEqual({});
    expect(formOfSheet(sheet)).toEqual(formOfSheet(full));
  });

  it('reads numbers as a Chinese keyboard writes them', () => {
    expect(check(written({ systolic: '１１８', oxygenLitres: '1,200' }), up, ranges).sheet).toMatchObject({
      vitals: { systolic: 118 },
      transport: { oxygenLitres: 1200 },
    });
  });

  it.each<[string, Partial<Form>, Partial<Record<keyof Form, string>>, (sheet: Sheet) => unknown]>([
    [
      'a telephone with letters',
      { callbackPhone: 'abc' },
      { callbackPhone: 'phone.shape' },
      ({ callbackPhone }) => callbackPhone,
    ],
    ['a number that is none', { pulse: '九十' }, { pulse: 'shape' }, ({ vitals }) => vitals?.pulse],
    ['a companion without a telephone', { companionPhone: '' }, { companionPhone: 'half' }, ({ companion }) => companion],
    ['a consent without a name', { signerName: '' }, { signerName: 'half' }, ({ consent }) => consent],
    ['a sign that cannot be', { systolic: '1180' }, { systolic: 'impossible' }, ({ vitals }) => vitals?.systolic],
    ['pressures the wrong way round', { diastolic: '130' }, { diastolic: 'swapped' }, ({ vitals }) => vitals?.diastolic],
  ])('keeps %s from the server, and nothing else with it', (_name, part, faults, gone) => {
    const checked = check(written(part), up, ranges);
    expect(checked.faults).toMatchObject(faults);
    expect(gone(checked.sheet)).toBeUndefined();
    expect(checked.sheet).toMatchObject({ complaint: full.complaint, dx: full.dx });
    expect(heldBack(checked)).toEqual(Object.keys(faults));
  });

  it('takes a companion without their relation', () => {
    expect(check(written({ companionRelation: '' }), up, ranges)).toMatchObject({
      faults: {},
      sheet: { companion: { name: '阿牛伍呷', relation: '' } },
    });
  });

  it('asks for the oxygen beside a saturation, and saves the saturation all the same', () => {
    const checked = check(written({ oxygen: '' }), up, ranges);
    expect(checked.faults).toEqual({ oxygen: 'half' });
    expect(checked.sheet.vitals?.spo2).toBe(93);
    expect(heldBack(checked)).toEqual([]);
  });

  it('warns of what is unusual and stops nobody', () => {
    const checked = check(written({ spo2: '82', systolic: '84' }), up, ranges);
    expect(checked.unusual).toEqual(['systolic', 'spo2']);
    expect(stops(written({ spo2: '82' }), checked)).toEqual([]);
  });
});

describe('what stops sending', () => {
  it('an elective one stops at every gap, in the order of the page', () => {
    const missing = stops(blank, check(blank, up, ranges));
    expect(missing).toHaveLength(13);
    expect(firstOf(missing)).toBe('departmentId');
    expect(firstOf(missing.filter((name) => partOf(name) !== 'goal'))).toBe('dxName');
  });

  it('a green lane leaves with three things and a goal, whatever else is wrong', () => {
    const form: Form = {
      ...blank,
      lane: 'green',
      departmentId: DEPARTMENT,
      dxName: '多发伤',
      reasons: ['U6'],
      callbackPhone: '0834-8822120',
      systolic: '1180',
    };
    const checked = check(form, up, ranges);
    expect(checked.faults).toEqual({ systolic: 'impossible' });
    expect(stops(form, checked)).toEqual([]);
    expect(checked.lacking).toContain('consent');
    expect(stops({ ...form, departmentId: '' }, check({ ...form, departmentId: '' }, up, ranges))).toEqual(['departmentId']);
    expect(stops({ ...form, reasons: [] }, check({ ...form, reasons: [] }, up, ranges))).toEqual(['reasons']);
  });

  it('下转 asks for the plan for home and no companion', () => {
    const { faults } = check(blank, { direction: 'down' }, ranges);
    expect(Object.keys(faults)).toContain('rehabilitation');
    expect(faults).not.toHaveProperty('companionName');
  });

  it('half a hospital off the platform is no destination', () => {
    const half = written({ place: 'outside', outHospital: '四川大学华西医院', outPhone: '' });
    expect(goalOf(half)).toBeNull();
    expect(check(half, up, ranges).faults).toEqual({ outPhone: 'needed' });
    expect(goalOf({ ...half, outPhone: '028-85422114' })).toEqual({
      outside: { hospital: '四川大学华西医院', phone: '028-85422114' },
    });
  });
});

describe('what is written to the server', () => {
  const form = written({ complaint: '', temperature: '', pulse: '', lane: 'green' });
  const { sheet } = check(form, up, ranges);
  const patch = (of: Partial<Referral>) =>
    patchOf(form, check(form, up, ranges), {
      direction: 'up',
      editable: true,
      status: 'draft',
      submittedAt: null,
      ...of,
    } as Referral);
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

  it('before it is sent all of it, with where it goes and by which lane, and what was taken away', () => {
    expect(patch({})).toEqual({
      sheet: { ...sheet, complaint: '', reasonNote: '', cautions: '' },
      destination: { departmentId: DEPARTMENT },
      lane: 'green',
    });
    expect(patch({ direction: 'down' })).not.toHaveProperty('lane');
  });
  it('a green lane that has just left: the sheet only; sent back: all of it again', () => {
    expect(Object.keys(patch({ status: 'submitted', submittedAt: ago(5) }))).toEqual(['sheet']);
    expect(patch({ status: 'returned', submittedAt: ago(5) })).toHaveProperty('destination');
  });
  it('later only what is still owed', () => {
    const lacking: Referral['lacking'] = ['vitals', 'treatments', 'complaint'];
    const { vitals, treatments } = sheet;
    expect(patch({ status: 'departed', submittedAt: ago(2), lacking })).toEqual({ sheet: { vitals, treatments } });
    expect(patch({ status: 'submitted', submittedAt: ago(16), lacking })).toEqual({ sheet: { vitals, treatments } });
  });
  it('knows its own words on the server', () => {
    const to = { department: { id: DEPARTMENT, name: '心内科' }, outside: null };
    const there = { sheet, to, lane: 'green' } as unknown as Referral;
    expect(says(there, patch({}))).toBe(true);
    expect(says({ ...there, sheet: { ...sheet, complaint: '别人写的' } }, patch({}))).toBe(false);
    expect(says({ ...there, lane: 'elective' }, patch({}))).toBe(false);
    expect(says({ ...there, to: { ...there.to, department: null } }, patch({}))).toBe(false);
  });
});

describe('parts', () => {
  it('shows a plan for home instead of a road, and maternity when it is asked for', () => {
    expect(partsOf({ direction: 'up', maternal: false })).not.toContain('home');
    const home = partsOf({ direction: 'down', maternal: true });
    expect(home).toEqual(expect.arrayContaining(['home', 'maternal']));
    expect(home).not.toContain('transport');
    expect(isMaternal({ ...blank, dxCode: 'O45.9' })).toBe(true);
    expect(isMaternal({ ...blank, weeks: '38' })).toBe(true);
    expect(isMaternal(blank)).toBe(false);
  });
  it('after sending only the parts with something owed are left', () => {
    expect(partsWith(partsOf({ direction: 'up', maternal: false }), ['consent', 'vitals'])).toEqual(['vitals', 'consent']);
  });
  it('offers the reasons of its direction', () => {
    expect(reasonsOf('down').every((code) => code.startsWith('D'))).toBe(true);
  });
});

describe('guesses', () => {
  it.each([
    ['systolic', 1180, 118],
    ['systolic', 12, 120],
    ['temperature', 368, 36.8],
    ['temperature', 3.7, 37],
    ['pulse', 960, 96],
    ['spo2', 933, 93],
    ['diastolic', 7, 70],
    ['pulse', 9999, null],
  ] as const)('%s %d: %s', (vital, value, meant) => {
    expect(guessVital(vital, value, ranges[vital])).toBe(meant);
  });
});
