import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { PatientInput, PatientSketch, PatientView } from '../../contract/records.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';
import type { Patient, Prisma } from '../db/generated/client.ts';

type Input = z.output<typeof PatientInput>;
/** Where records are kept, and what seals them. */
interface Files {
  db: Tx;
  cipher: Cipher;
}
type Columns = Omit<Prisma.PatientUncheckedCreateInput, 'id' | 'hospitalId' | 'consults'>;

const sealed = (cipher: Cipher, field: string, text: string | undefined) =>
  text === undefined ? undefined : { cipher: cipher.seal(text), index: cipher.blind(`patient.${field}`, text) };

/** What an exact name is searched by. */
export const blindName = (cipher: Cipher, name: string): Buffer<ArrayBuffer> => cipher.blind('patient.name', name);

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

/** Records of the hospital under this identity number, if one was given; a person may have several, as they were stated. */
const known = ({ db, cipher }: Files, hospitalId: string, input: Input): Promise<Patient[]> =>
  input.known && input.idNumber !== undefined
    ? db.patient.findMany({
        where: { hospitalId, idNumberIndex: cipher.blind('patient.idNumber', input.idNumber) },
        orderBy: { id: 'desc' },
      })
    : Promise.resolve([]);

/** Sealed texts differ each time they are sealed, so they are compared by their blind indexes. */
const says = (record: Patient, stated: Columns): boolean =>
  Object.entries(stated).every(([column, value]) => {
    if (column.endsWith('Cipher')) return true;
    return isDeepStrictEqual(plain(record[column as keyof Patient]), plain(value));
  });
const plain = (value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value);

/**
 * The record of this hospital that says the same of the same identity number, or a new one; resolves to its id. What is
 * on file is never written over: other cases, signed ones too, show it.
 */
export const keepPatient = async (files: Files, { hospitalId, input }: { hospitalId: string; input: Input }): Promise<string> => {
  const stated = columns(files.cipher, input);
  const found = (await known(files, hospitalId, input)).find((record) => says(record, stated));
  return (found ?? (await files.db.patient.create({ data: { hospitalId, ...stated } }))).id;
};

/**
 * Says who the patient of a case is: completes the record in place while no other case shows it, and makes or finds
 * another one otherwise.
 */
export const identify = async (files: Files, current: Patient, input: Input): Promise<string> => {
  const shared = (await files.db.consult.count({ where: { patientId: current.id } })) > 1;
  const others = (await known(files, current.hospitalId, input)).some(({ id }) => id !== current.id);
  if (shared || others) return keepPatient(files, { hospitalId: current.hospitalId, input });
  await files.db.patient.update({ where: { id: current.id }, data: columns(files.cipher, input) });
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
