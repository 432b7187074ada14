import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AltitudeProfile,
  type MaternalSign,
  MEOWS_TABLE,
  MEWC_TABLE,
  MeowsInput,
  MeowsTable,
  MewcFinding,
  MewcInput,
  MewcTable,
  meows,
  mewc,
} from '../contract/scores/maternal.ts';

/** Nothing wrong, everything looked at. */
const WELL = {
  temperature: 36.8,
  systolic: 118,
  diastolic: 72,
  pulse: 84,
  respiration: 16,
  spo2: 98,
  oxygen: 'air',
  urine: 60,
} as const;
const ABA: AltitudeProfile = { version: '1', source: 'demo', approver: 'demo', metres: 3300, spo2Low: 88 };
const readMewc = (input: MewcInput, profile: AltitudeProfile | null = null) => mewc(MewcInput.parse(input), MEWC_TABLE, profile);
const readMeows = (input: MeowsInput, profile: AltitudeProfile | null = null) =>
  meows(MeowsInput.parse(input), MEOWS_TABLE, profile);
const vital = (sign: MaternalSign, value: number) =>
  sign === 'diastolic' || sign === 'systolic'
    ? { ...WELL, diastolic: 60, systolic: 130, [sign]: value }
    : { ...WELL, [sign]: value };

describe('MEWC', () => {
  it('OB-1: a systolic of 84 triggers', () => {
    const reading = readMewc({ systolic: 84, pulse: 118 });
    expect(reading).toMatchObject({ triggers: ['systolic'], triggered: true, version: 'mewc-2014' });
    expect(reading.unassessed).toEqual(['diastolic', 'respiration', 'spo2', 'urine', 'findings']);
  });

  it('is quiet where all is well', () => {
    expect(readMewc({ ...WELL, findings: [] })).toEqual({
      triggers: [],
      triggered: false,
      unassessed: [],
      altitude: null,
      version: MEWC_TABLE.version,
    });
  });

  it.each<[MaternalSign, number, number]>([
    ['systolic', 90, 89],
    ['systolic', 160, 161],
    ['diastolic', 100, 101],
    ['pulse', 50, 49],
    ['pulse', 120, 121],
    ['respiration', 10, 9],
    ['respiration', 30, 31],
    ['spo2', 95, 94],
    ['urine', 35, 34],
  ])('%s: not at %d, at %d', (sign, quiet, loud) => {
    const at = (value: number) => {
      const input =
        sign === 'diastolic' ? { ...WELL, systolic: 150, diastolic: value } : { ...WELL, diastolic: 60, [sign]: value };
      return readMewc(input).triggers;
    };
    expect(at(quiet)).toEqual([]);
    expect(at(loud)).toEqual([sign]);
  });

  it.each(MewcFinding.options)('%s alone triggers', (finding) => {
    expect(readMewc({ ...WELL, findings: [finding, finding] })).toMatchObject({ triggers: [finding], triggered: true });
  });

  it('a fever is no trigger of this list', () => {
    expect(readMewc({ ...WELL, temperature: 40 }).triggered).toBe(false);
  });

  it('a good SpO₂ on oxygen, or with the oxygen not stated, is no all-clear; a bad one triggers all the same', () => {
    expect(readMewc({ ...WELL, findings: [], oxygen: 'mask' })).toMatchObject({ triggered: false, unassessed: ['spo2'] });
    expect(readMewc({ ...WELL, findings: [], oxygen: undefined })).toMatchObject({ triggered: false, unassessed: ['spo2'] });
    expect(readMewc({ ...WELL, findings: [], oxygen: 'mask', spo2: 94 })).toMatchObject({ triggers: ['spo2'], unassessed: [] });
  });
});

describe('MEOWS', () => {
  const well = { ...WELL, consciousness: 'alert' } as const;

  it('is quiet where all is well, and names what was not looked at', () => {
    const { urine: _, ...signs } = well;
    expect(readMeows(signs)).toMatchObject({ red: [], yellow: [], triggered: false, unassessed: [] });
    expect(readMeows({}).unassessed).toEqual([
      ...['temperature', 'systolic', 'diastolic', 'pulse', 'respiration', 'spo2', 'consciousness'],
    ]);
  });

  it.each<[MaternalSign, string]>([
    ['temperature', '34.9 red, 35 yellow, 36 yellow, 36.1 none, 38 none, 38.1 red'],
    ['systolic', '89 red, 90 yellow, 100 yellow, 101 none, 149 none, 150 yellow, 160 yellow, 161 red'],
    ['diastolic', '89 none, 90 yellow, 100 yellow, 101 red'],
    ['pulse', '39 red, 40 yellow, 50 yellow, 51 none, 99 none, 100 yellow, 120 yellow, 121 red'],
    ['respiration', '9 red, 10 none, 20 none, 21 yellow, 30 yellow, 31 red'],
    ['spo2', '94 red, 95 none'],
  ])('%s, on both sides of each limit: %s', (sign, table) => {
    const colours = table.split(', ').map((row) => {
      const value = Number.parseFloat(row);
      const { red, yellow } = readMeows({ ...well, ...vital(sign, value) });
      return `${value} ${red.includes(sign) ? 'red' : yellow.includes(sign) ? 'yellow' : 'none'}`;
    });
    expect(colours.join(', ')).toBe(table);
  });

  it.each([
    ['alert', [], []],
    ['voice', [], ['consciousness']],
    ['pain', ['consciousness'], []],
    ['unresponsive', ['consciousness'], []],
  ] as const)('%s', (consciousness, red, yellow) => {
    expect(readMeows({ ...well, consciousness })).toMatchObject({ red, yellow });
  });

  it('one yellow is not enough, two are, one red is', () => {
    expect(readMeows({ ...well, pulse: 110 })).toMatchObject({ yellow: ['pulse'], triggered: false });
    expect(readMeows({ ...well, pulse: 110, respiration: 24 })).toMatchObject({
      yellow: ['pulse', 'respiration'],
      triggered: true,
    });
    expect(readMeows({ ...well, pulse: 121 })).toMatchObject({ red: ['pulse'], yellow: [], triggered: true });
  });
});

const number = (min: number, max: number) => fc.option(fc.double({ min, max, noNaN: true }), { nil: undefined });
const anySigns = fc
  .record({
    temperature: number(20, 45),
    systolic: number(0, 320),
    diastolic: number(0, 220),
    pulse: number(0, 300),
    respiration: number(0, 150),
    spo2: number(0, 100),
    oxygen: fc.option(fc.constantFrom('air' as const, 'mask' as const), { nil: undefined }),
    urine: number(0, 2000),
    findings: fc.option(fc.subarray(MewcFinding.options), { nil: undefined }),
    consciousness: fc.option(fc.constantFrom('alert' as const, 'voice' as const, 'pain' as const), { nil: undefined }),
  })
  .filter(({ systolic, diastolic }) => diastolic === undefined || systolic === undefined || diastolic <= systolic);
const anyProfile = fc.record<AltitudeProfile>({
  version: fc.constant('1'),
  source: fc.constant('any'),
  approver: fc.constant('any'),
  metres: fc.integer({ min: 0, max: 6000 }),
  spo2Low: fc.double({ min: 0, max: 100, noNaN: true }),
});

describe('altitude', () => {
  it('a plateau SpO₂ of 91 still triggers at 3 300 m, with the site’s own line beside it', () => {
    const line = { metres: 3300, spo2Low: 88, below: false };
    expect(readMewc({ ...WELL, spo2: 91 }, ABA)).toMatchObject({ triggers: ['spo2'], triggered: true, altitude: line });
    expect(readMeows({ ...WELL, spo2: 91 }, ABA)).toMatchObject({ red: ['spo2'], triggered: true, altitude: line });
  });

  it('the line is low below its limit, not at it; without an SpO₂ there is none', () => {
    expect(readMewc({ ...WELL, spo2: 88 }, ABA).altitude?.below).toBe(false);
    expect(readMewc({ ...WELL, spo2: 87 }, ABA).altitude?.below).toBe(true);
    expect(readMewc({ systolic: 120 }, ABA).altitude).toBeNull();
  });

  it('a profile changes nothing but the line, whatever the signs', () => {
    fc.assert(
      fc.property(anySigns, anyProfile, (signs, profile) => {
        const { altitude: _, ...there } = readMewc(signs, profile);
        const { altitude: __, ...here } = readMewc(signs);
        expect(there).toEqual(here);
        expect(readMeows(signs, profile)).toEqual({ ...readMeows(signs), altitude: readMewc(signs, profile).altitude });
        if (signs.spo2 !== undefined && signs.spo2 < 95) expect(there.triggers).toContain('spo2');
      }),
    );
  });
});

describe('tables and input', () => {
  it('the tables shipped are valid, and another table’s thresholds are the ones read', () => {
    expect([MewcTable.parse(MEWC_TABLE), MeowsTable.parse(MEOWS_TABLE)]).toEqual([MEWC_TABLE, MEOWS_TABLE]);
    const stricter: MewcTable = { ...MEWC_TABLE, version: 'x', limits: { pulse: { high: 80 } } };
    expect(mewc({ ...WELL, findings: [] }, stricter, null)).toMatchObject({ triggers: ['pulse'], unassessed: [], version: 'x' });
    expect(MewcTable.safeParse({ ...MEWC_TABLE, limits: { mood: { low: 1 } } }).success).toBe(false);
    expect(MewcTable.safeParse({ ...MEWC_TABLE, version: '' }).success).toBe(false);
    expect(AltitudeProfile.safeParse({ ...ABA, approver: '' }).success).toBe(false);
  });

  it.each([
    ...[{ temperature: 19 }, { temperature: 46 }, { systolic: 321 }, { diastolic: 221 }, { pulse: -1 }, { respiration: 151 }],
    ...[
      { spo2: 101 },
      { urine: -1 },
      { oxygen: 'some' },
      { systolic: 80, diastolic: 81 },
      { pulse: '84' },
      { pulse: Number.NaN },
    ],
  ])('both refuse %o', (wrong) => {
    expect(MewcInput.safeParse(wrong).success).toBe(false);
    expect(MeowsInput.safeParse(wrong).success).toBe(false);
  });

  it('refuses findings and consciousness it does not know', () => {
    expect(MewcInput.safeParse({ findings: ['headache'] }).success).toBe(false);
    expect(MeowsInput.safeParse({ consciousness: 'drowsy' }).success).toBe(false);
  });
});
