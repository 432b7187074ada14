import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoAccounts } from '../prisma/seed/accounts.ts';
import { HOSPITALS } from '../prisma/seed/hospitals.ts';
import { seedNetwork } from '../prisma/seed/network.ts';
import { DEMO_PASSWORD } from '../server/auth/demo.ts';
import { verifyPassword } from '../server/auth/password.ts';
import { cipherOf } from '../server/db/cipher.ts';
import { connect } from '../server/db/client.ts';
import type { PrismaClient } from '../server/db/generated/client.ts';
import { type TestDatabase, testDatabase } from './postgres.ts';

const NOW = new Date('2026-11-23T04:00:00Z');
const cipher = cipherOf({ field: randomBytes(32), index: randomBytes(32) });
let database: TestDatabase;
let db: PrismaClient;

beforeAll(async () => {
  database = await testDatabase();
  db = connect(database.connection);
  await seedNetwork(db, cipher, NOW);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: the organisation code's own check at place 17, the whole code's at place 18. */
const isUscc = (code: string): boolean => {
  const organisation = [...code.slice(8, 16)].map((char) => Number.parseInt(char, 36));
  const inner = 11 - (organisation.reduce((sum, value, at) => sum + value * [3, 7, 9, 10, 5, 8, 4, 2][at]!, 0) % 11);
  const outer = [...code.slice(0, 17)].reduce((sum, char, at) => sum + CHARSET.indexOf(char) * (3 ** at % 31), 0);
  return '0123456789X0'[inner] === code[16] && CHARSET[(31 - (outer % 31)) % 31] === code[17];
};

it('gives hospitals credit codes whose check characters are right, and thirteen county slots', () => {
  const codes = HOSPITALS.flatMap(({ uscc }) => uscc ?? []);
  expect(codes).toHaveLength(16);
  expect(codes.filter((code) => !isUscc(code))).toEqual([]);
  expect(isUscc('12513437DEM000014X')).toBe(false);
  expect(HOSPITALS.filter(({ kind }) => kind === 'county')).toHaveLength(13);
});

it('changes nothing when run again', async () => {
  const count = async () => [
    await db.hospital.count(),
    await db.department.count(),
    await db.agreement.count(),
    await db.person.count(),
    await db.membership.count(),
    await db.dutySlot.count(),
    await db.bed.count(),
  ];
  const before = await count();
  await seedNetwork(db, cipher, new Date(NOW.getTime() + 86_400_000));
  expect(await count()).toEqual(before);
  expect(Math.min(...before)).toBeGreaterThan(0);
});

it('lets every demo account sign in with the demo password, and nobody else is a demo account', async () => {
  const accounts = demoAccounts().map(({ account }) => account);
  const people = await db.person.findMany({ where: { account: { in: accounts } } });
  expect(people.map(({ account }) => account).sort()).toEqual([...accounts].sort());
  expect(await verifyPassword(people[0]!.passwordHash, DEMO_PASSWORD)).toBe(true);
  expect(await db.person.count({ where: { demo: false } })).toBe(0);
});

it('keeps telephones sealed and no two people under one name', async () => {
  const people = await db.person.findMany();
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
  const phone = cipher.open(people[0]!.phoneCipher!);
  expect(phone).toMatch(/^154000\d{5}$/);
  expect(Buffer.from(people[0]!.phoneIndex!)).toEqual(cipher.blind('person.phone', phone));
});

it('has a first and a second line on duty in every partner department on every day', async () => {
  const partners = await db.department.findMany({ where: { hospital: { kind: 'partner' } }, include: { duties: true } });
  const gaps = partners.filter(({ duties }) => new Set(duties.map(({ line, weekday }) => `${line}/${weekday}`)).size !== 14);
  expect(partners.length).toBe(60);
  expect(gaps).toEqual([]);
});

it('opens what the partner has: seven terms, its own departments, one run out, one ending soon', async () => {
  const agreements = await db.agreement.findMany({ include: { invitee: { include: { departments: true } } } });
  for (const { terms, invitedCodes, invitee } of agreements) {
    expect(Object.keys(terms as object).sort()).toEqual(
      ['conditions', 'content', 'duties', 'liability', 'process', 'purpose', 'risk'].sort(),
    );
    expect(invitedCodes.sort()).toEqual(invitee.departments.map(({ code }) => code).sort());
  }
  const daysLeft = agreements.map(({ validTo }) => Math.round((validTo.getTime() - NOW.getTime()) / 86_400_000));
  expect(daysLeft.filter((days) => days < 0)).toHaveLength(1);
  expect(daysLeft.filter((days) => days >= 0 && days <= 30)).toEqual([20]);
});

it('keeps a book of beds in every department, free and taken ones, and says when one will be free', async () => {
  const departments = await db.department.findMany({ select: { id: true } });
  const beds = await db.bed.findMany();
  expect(new Set(beds.map(({ departmentId }) => departmentId)).size).toBe(departments.length);
  expect(new Set(beds.map(({ state }) => state)).size).toBe(4);
  expect(beds.filter(({ state, freeAt }) => freeAt !== null && state !== 'occupied')).toEqual([]);
  expect(beds.some(({ freeAt }) => freeAt !== null && freeAt > NOW)).toBe(true);
});
