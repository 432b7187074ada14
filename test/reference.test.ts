import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../server/db/client.ts';
import type { PrismaClient } from '../server/db/generated/client.ts';
import { addWorkingTime } from '../server/reference/calendar.ts';
import { reference } from '../server/reference/index.ts';
import { loadReference } from '../server/reference/load.ts';
import type { WorkingHours } from '../server/reference/shapes.ts';
import { type TestDatabase, testDatabase } from './postgres.ts';

let database: TestDatabase;
let db: PrismaClient;
beforeAll(async () => {
  database = await testDatabase();
  db = connect(database.connection);
  await loadReference(db);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const NOW = new Date('2026-11-24T02:00:00Z');

describe('reference sets', () => {
  it('load once, and again without change', async () => {
    const before = await db.referenceSet.findMany({ orderBy: { name: 'asc' } });
    await loadReference(db);
    expect(await db.referenceSet.findMany({ orderBy: { name: 'asc' } })).toEqual(before);
    expect(before.map(({ name }) => name)).toEqual([
      'consultLimits',
      'emergencyRules',
      'icd10',
      'referralLimits',
      'ringOrder',
      'specialties',
      'taskLimits',
      'vitalRanges',
      'workingHours',
    ]);
    expect(before.every(({ source, approver }) => source.length > 0 && approver === null)).toBe(true);
  });

  it('are used in the newest version in force', async () => {
    const { data, version } = await reference(db, 'consultLimits', NOW);
    expect(data.stat).toMatchObject({ firstResponse: 600, join: 90, expire: 1_800 });
    const later = { ...data, stat: { ...data.stat, join: 120 } };
    const set = { name: 'consultLimits', version: 'local', source: 'test', effectiveFrom: new Date('2026-12-01'), data: later };
    await db.referenceSet.create({ data: set });
    expect((await reference(db, 'consultLimits', NOW)).version).toBe(version);
    expect(await reference(db, 'consultLimits', new Date('2026-12-02'))).toMatchObject({
      version: 'local',
      data: { stat: { join: 120 } },
    });
  });

  it('stop the start when one was edited under its version', async () => {
    const { version, data } = await reference(db, 'workingHours', NOW);
    await db.referenceSet.updateMany({ where: { name: 'workingHours', version }, data: { data: { ...data, weekdays: [1] } } });
    await expect(loadReference(db)).rejects.toThrow('workingHours');
  });
});

describe('working time', () => {
  const hours: WorkingHours = {
    utcOffsetMinutes: 480,
    weekdays: [1, 2, 3, 4, 5],
    spans: [
      { fromMinute: 480, toMinute: 720 },
      { fromMinute: 840, toMinute: 1080 },
    ],
  };
  const after = (from: string, minutes: number) =>
    addWorkingTime(hours, new Date(`${from}+08:00`), minutes * 60).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });

  it.each([
    ['within a morning', '2026-11-24T09:00', 60, '2026-11-24 10:00:00'],
    ['over the noon break', '2026-11-24T11:00', 120, '2026-11-24 15:00:00'],
    ['to the last minute of the day', '2026-11-24T14:00', 240, '2026-11-24 18:00:00'],
    ['into the next day', '2026-11-24T17:30', 60, '2026-11-25 08:30:00'],
    ['asked at night', '2026-11-24T02:00', 30, '2026-11-24 08:30:00'],
    ['over a weekend', '2026-11-27T17:00', 240, '2026-11-30 11:00:00'],
    ['asked on a Sunday', '2026-11-29T12:00', 480, '2026-11-30 18:00:00'],
    ['two weeks', '2026-11-23T08:00', 10 * 480, '2026-12-04 18:00:00'],
  ])('%s', (_, from, minutes, until) => {
    expect(after(from, minutes)).toBe(until);
  });
});
