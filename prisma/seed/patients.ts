import { isIdNumber } from '../../contract/records.ts';
import type { Cipher } from '../../server/db/cipher.ts';
import type { Prisma } from '../../server/db/generated/client.ts';
import { type DemoHospital, hospitalId } from './hospitals.ts';
import { idOf } from './ids.ts';
import { nameAt } from './names.ts';
import type { Random } from './random.ts';
import type { PatientKind } from './stories.ts';

const DAY = 86_400_000;

/** Youngest and oldest in days; who is a mother is a woman. */
const AGES: Record<PatientKind, readonly [youngest: number, oldest: number]> = {
  adult: [9_200, 21_900],
  elder: [16_800, 30_600],
  worker: [6_600, 22_600],
  mother: [7_000, 15_300],
  newborn: [0, 6],
};

export interface DemoPatient {
  row: Prisma.PatientCreateManyInput & { id: string; createdAt: Date };
  kind: PatientKind;
  sexWord: '男' | '女';
  age: number;
}

export interface Wanted {
  id: string;
  hospital: DemoHospital;
  kind: PatientKind;
  at: Date;
  /** 无名氏. */
  unknown: boolean;
}

/** Sequence 000 was never given out, so no such number is anybody's; its even digit says female, whoever bears it here. */
const idNumber = (division: string, birth: Date): string => {
  const body = `${division}${birth.toISOString().slice(0, 10).replaceAll('-', '')}000`;
  return [...'0123456789X'].map((check) => body + check).find(isIdNumber)!;
};

const sealed = (cipher: Cipher, field: 'name' | 'idNumber' | 'phone', text: string) => ({
  [`${field}Cipher`]: cipher.seal(text),
  [`${field}Index`]: cipher.blind(`patient.${field}`, text),
});

/** Newborns go by their mother's name, and have no number yet. */
const nameOf = (random: Random, { hospital, kind }: Wanted, male: boolean): string =>
  nameAt(hospital.place, random) + (kind === 'newborn' ? (male ? '之子' : '之女') : '');

/** Sealed as the records room seals them; two people of one hospital never share an identity number, which `taken` keeps. */
export const patientMaker = (cipher: Cipher, random: Random, taken: Set<string>) => {
  const numberOf = ({ hospital, kind }: Wanted, birth: Date) => {
    const number = idNumber(hospital.division, birth);
    if (kind === 'newborn' || taken.has(number)) return {};
    taken.add(number);
    return sealed(cipher, 'idNumber', number);
  };
  return (wanted: Wanted): DemoPatient => {
    const { id, hospital, kind, at, unknown } = wanted;
    const male = kind === 'mother' ? false : random.chance(0.56);
    const days = random.int(...AGES[kind]);
    const birth = new Date(Math.floor(at.getTime() / DAY - days) * DAY);
    const age = Math.floor(days / 365.25);
    const base = {
      id,
      hospitalId: hospitalId(hospital.key),
      identityId: idOf('identity', id),
      sex: male ? 'male' : 'female',
      createdAt: at,
    } as const;
    const known = {
      ...base,
      known: true,
      birthDate: birth,
      visitNo: `ZY${at.toISOString().slice(2, 10).replaceAll('-', '')}${random.int(1000, 9999)}`,
      ...sealed(cipher, 'name', nameOf(random, wanted, male)),
      ...numberOf(wanted, birth),
      ...sealed(cipher, 'phone', `154${random.int(10_000_000, 99_999_999)}`),
    };
    const row = unknown ? { ...base, known: false, approximateAge: Math.round(age / 5) * 5 } : known;
    return { row, kind, sexWord: male ? '男' : '女', age };
  };
};

/** The same person at a later time. */
export const later = (patient: DemoPatient, at: Date): DemoPatient => {
  const years = (at.getTime() - patient.row.createdAt.getTime()) / (365.25 * DAY);
  return { ...patient, age: patient.age + Math.floor(years) };
};

/** The same person, written down by somebody who did not ask for the identity number: a record to be merged. */
export const statedAgain = ({ row, ...rest }: DemoPatient, { id, at }: { id: string; at: Date }): DemoPatient => {
  const { idNumberCipher: _, idNumberIndex: __, ...said } = row;
  return {
    ...rest,
    row: { ...said, id, identityId: idOf('identity', id), visitNo: `MZ${said.visitNo?.slice(2)}`, createdAt: at },
  };
};

/** Of whoever bears a number it is known by it, in every hospital. */
export const identityOf = ({ identityId, idNumberIndex, createdAt }: Prisma.PatientCreateManyInput) => ({
  id: identityId,
  documentIndex: idNumberIndex ?? null,
  createdAt: createdAt!,
});
