import type { BedState } from '../../contract/beds.ts';
import type { Prisma } from '../../server/db/generated/client.ts';
import { DEPARTMENTS, type DemoDepartment, departmentId } from './departments.ts';
import { hospitalId } from './hospitals.ts';
import { idOf } from './ids.ts';

const HOUR = 3_600_000;

/** How wards number their beds, and how many of them the referral desk looks after. */
const WARDS: Record<string, readonly [prefix: string, beds: number]> = {
  '28': ['ICU-', 8],
  '07.01': ['NICU-', 6],
  '20': ['抢救', 4],
  '05.02': ['产', 6],
};
const PLAIN: readonly [prefix: string, beds: number] = ['加', 5];

/** A ward on an ordinary day: nearly full, one being cleaned, and one that says when it will be free. */
const DAY: readonly BedState[] = ['occupied', 'free', 'occupied', 'cleaning', 'occupied', 'free', 'occupied', 'closed'];

const rowsOf =
  (now: Date) =>
  (of: DemoDepartment, place: number): Prisma.BedCreateManyInput[] => {
    const [prefix, count] = WARDS[of.code] ?? PLAIN;
    const saidAt = new Date(now.getTime() - (1 + (place % 5)) * HOUR);
    return Array.from({ length: count }, (_, n) => {
      const label = `${prefix}${String(n + 1).padStart(2, '0')}`;
      const state = DAY[(n + place) % DAY.length]!;
      return {
        id: idOf('bed', of.hospital.key, of.code, label),
        hospitalId: hospitalId(of.hospital.key),
        departmentId: departmentId(of.hospital.key, of.code),
        label,
        state,
        freeAt: state === 'occupied' && n === 2 ? new Date(now.getTime() + 6 * HOUR) : null,
        updatedAt: saidAt,
        updatedById: idOf('person', `${of.hospital.key}.center`),
      };
    });
  };

/** A few beds in every department of the programme, as said some hours before `now`. */
export const bedRows = (now: Date): Prisma.BedCreateManyInput[] => DEPARTMENTS.flatMap(rowsOf(now));
