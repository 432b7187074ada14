import type { z } from 'zod';
import type { PatientInput, PatientSketch, PatientView } from '../../contract/records.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';
import type { Patient, Prisma } from '../db/generated/client.ts';

type Input = z.output<typeof PatientInput>;
type Columns = Omit<Prisma.PatientUncheckedCreateInput, 'id' | 'hospitalId' | 'consults'>;

const sealed = (cipher: Cipher, field: string, text: string | undefined) =>
  text === undefined ? undefined : { cipher: cipher.seal(text), index: cipher.blind(`patient.${field}`, text) };

/** Names and numbers are only ever written sealed; what was not said is left as it is. */
const columns = (cipher: Cipher, input: Input): Columns => {
  if (!input.known) return { known: false, sex: input.sex, approximateAge: input.approximateAge ?? null };
  const name = sealed(cipher, 'name', input.name);
  const idNumber = sealed(cipher, 'idNumber', input.idNumber);
  const phone = sealed(cipher, 'phone', input.phone);
  return {
    known: true,
    sex: input.sex,
    birthDate: new Date(input.birthDate),
    ...(input.visitNo !== undefined && { visitNo: input.visitNo }),
    ...(name && { nameCipher: name.cipher, nameIndex: name.index }),
    ...(idNumber && { idNumberCipher: idNumber.cipher, idNumberIndex: idNumber.index }),
    ...(phone && { phoneCipher: phone.cipher, phoneIndex: phone.index }),
  };
};

/** The hospital's own record of this identity number, if the number was given and is known there. */
const known = (db: Tx, cipher: Cipher, { hospitalId, input }: { hospitalId: string; input: Input }): Promise<Patient | null> =>
  input.known && input.idNumber !== undefined
    ? db.patient.findFirst({
        where: { hospitalId, idNumberIndex: cipher.blind('patient.idNumber', input.idNumber) },
        orderBy: { id: 'asc' },
      })
    : Promise.resolve(null);

/** Finds the patient of this hospital by identity number, or makes one; resolves to its id. */
export const keepPatient = async (db: Tx, cipher: Cipher, patient: { hospitalId: string; input: Input }): Promise<string> => {
  const data = columns(cipher, patient.input);
  const found = await known(db, cipher, patient);
  const { id } = found
    ? await db.patient.update({ where: { id: found.id }, data })
    : await db.patient.create({ data: { hospitalId: patient.hospitalId, ...data } });
  return id;
};

/**
 * Says who the patient of a case is: completes the record in place, unless the identity number belongs to another record
 * (then that one) or differs from the one on file (then a new one: the record may be shared with other cases).
 */
export const identify = async (db: Tx, cipher: Cipher, current: Patient, input: Input): Promise<string> => {
  const other = await known(db, cipher, { hospitalId: current.hospitalId, input });
  const clashes = current.idNumberIndex !== null && input.known && input.idNumber !== undefined && other?.id !== current.id;
  if (other || clashes) return keepPatient(db, cipher, { hospitalId: current.hospitalId, input });
  await db.patient.update({ where: { id: current.id }, data: columns(cipher, input) });
  return current.id;
};

const day = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
const opened = (cipher: Cipher, sealedText: Uint8Array | null): string | null => sealedText && cipher.open(sealedText);
const masked = (idNumber: string | null): string | null => idNumber && `${'*'.repeat(idNumber.length - 4)}${idNumber.slice(-4)}`;

/** Without identity, for rings and walls. */
export const sketchOf = ({ known, sex, birthDate, approximateAge }: Patient): z.input<typeof PatientSketch> => ({
  known,
  sex,
  birthDate: day(birthDate),
  approximateAge,
});

/** For those who stand in a relation to the case. */
export const patientOf = (cipher: Cipher, patient: Patient): PatientView => ({
  ...sketchOf(patient),
  name: opened(cipher, patient.nameCipher),
  idNumber: masked(opened(cipher, patient.idNumberCipher)),
  phone: opened(cipher, patient.phoneCipher),
  visitNo: patient.visitNo,
});
