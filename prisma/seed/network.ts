import { DEMO_PASSWORD } from '../../server/auth/demo.ts';
import { hashPassword } from '../../server/auth/password.ts';
import type { Cipher } from '../../server/db/cipher.ts';
import type { Tx } from '../../server/db/client.ts';
import type { Prisma } from '../../server/db/generated/client.ts';
import { agreementRow, agreements } from './agreements.ts';
import { bedRows } from './beds.ts';
import { centerRows } from './centers.ts';
import { DEPARTMENTS, departmentId, departmentRow } from './departments.ts';
import { HOSPITALS, hospitalId, hospitalRow } from './hospitals.ts';
import { idOf } from './ids.ts';
import { type DemoPerson, PEOPLE } from './people.ts';

/** 154 is a mobile prefix that was never given out. */
const mobile = (place: number): string => `154000${String(place).padStart(5, '0')}`;

export const personId = (account: string): string => idOf('person', account);

const personRow =
  (cipher: Cipher, passwordHash: string) =>
  ({ account, name, title }: DemoPerson, place: number): Prisma.PersonCreateManyInput => ({
    id: personId(account),
    account,
    name,
    title,
    phoneCipher: cipher.seal(mobile(place)),
    phoneIndex: cipher.blind('person.phone', mobile(place)),
    passwordHash,
    demo: true,
  });

const membershipRow = ({ account, hospital, department, role }: DemoPerson): Prisma.MembershipCreateManyInput => ({
  id: idOf('membership', account),
  personId: personId(account),
  hospitalId: hospitalId(hospital.key),
  departmentId: department && departmentId(hospital.key, department.code),
  roles: [role],
});

/** Every partner department can be reached at every hour: a demo that rings nobody shows nothing. */
const dutyRows = ({ account, hospital, department, line }: DemoPerson): Prisma.DutySlotCreateManyInput[] => {
  if (!department || line === null) return [];
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    id: idOf('duty', account, weekday),
    personId: personId(account),
    departmentId: departmentId(hospital.key, department.code),
    line,
    weekday,
    fromMinute: 0,
    toMinute: 1440,
  }));
};

/**
 * Hospitals, departments, beds, agreements, people and rosters of the demo programme. Seeding again adds only what is missing;
 * agreements run from and to days counted from `now`. One password hash serves everybody: hashing is slow on purpose.
 */
export const seedNetwork = async (db: Tx, cipher: Cipher, now: Date = new Date()): Promise<void> => {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await db.hospital.createMany({ data: HOSPITALS.map(hospitalRow), skipDuplicates: true });
  await db.department.createMany({ data: DEPARTMENTS.map(departmentRow), skipDuplicates: true });
  await db.agreement.createMany({ data: agreements(now).map(agreementRow), skipDuplicates: true });
  await db.emergencyCenter.createMany({ data: centerRows(now), skipDuplicates: true });
  await db.bed.createMany({ data: bedRows(now), skipDuplicates: true });
  await db.person.createMany({ data: PEOPLE.map(personRow(cipher, passwordHash)), skipDuplicates: true });
  await db.membership.createMany({ data: PEOPLE.map(membershipRow), skipDuplicates: true });
  await db.dutySlot.createMany({ data: PEOPLE.flatMap(dutyRows), skipDuplicates: true });
};
