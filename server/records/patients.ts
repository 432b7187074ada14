import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { PatientInput, PatientSketch, PatientView } from '../../contract/records.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';
import type { Patient, Prisma } from '../db/generated/client.ts';
import { documentIndex, identityBy, idNumberIndex } from './identities.ts';

type Input = z.output<typeof PatientInput>;
/** Where records are kept, and what seals them. */
interface Files {
  db: Tx;
  cipher: Cipher;
}
type Columns = Omit<
  Prisma.PatientUncheckedCreateInput,
  'id' | 'hospitalId' | 'identityId' | 'consults' | 'referrals' | 'emergencies'
>;
type Papers = Pick<
  Columns,
  'idNumberCipher' | 'idNumberIndex' | 'documentKind' | 'documentCipher' | 'documentIndex' | 'birthOrder'
>;

const sealed = (cipher: Cipher, field: string, text: string | undefined) =>
  text === undefined ? undefined : { cipher: cipher.seal(text), index: cipher.blind(`patient.${field}`, text) };

/** Under which a name is found. */
export const nameIndex = (cipher: Cipher, name: string) => cipher.blind('patient.name', name);

const NO_PAPERS: Papers = {
  idNumberCipher: null,
  idNumberIndex: null,
  documentKind: null,
  documentCipher: null,
  documentIndex: null,
  birthOrder: null,
};

/** A record bears one document: another takes its place. */
const papers = (cipher: Cipher, { idNumber, document }: Extract<Input, { known: true }>): Papers => {
  if (idNumber !== undefined)
    return { ...NO_PAPERS, idNumberCipher: cipher.seal(idNumber), idNumberIndex: idNumberIndex(cipher, idNumber) };
  if (!document) return {};
  return {
    ...NO_PAPERS,
    documentKind: document.kind,
    documentCipher: cipher.seal(document.number),
    documentIndex: documentIndex(cipher, document),
    ...(document.kind === 'newbornOf' && { birthOrder: document.birthOrder }),
  };
};

/** Names and numbers are only ever written sealed; what was not said is left as it is. */
const columns = (cipher: Cipher, input: Input): Columns => {
  if (!input.known) return { known: false, sex: input.sex, approximateAge: input.approximateAge ?? null };
  const name = sealed(cipher, 'name', input.name);
  const phone = sealed(cipher, 'phone', input.phone);
  return {
    known: true,
    sex: input.sex,
    birthDate: new Date(input.birthDate),
    ...(input.visitNo !== undefined && { visitNo: input.visitNo }),
    ...(name && { nameCipher: name.cipher, nameIndex: name.index }),
    ...papers(cipher, input),
    ...(phone && { phoneCipher: phone.cipher, phoneIndex: phone.index }),
  };
};

const indexOf = ({ idNumberIndex, documentIndex }: Columns): Uint8Array | null => idNumberIndex ?? documentIndex ?? null;

/** Sealed texts differ each time they are sealed, so they are compared by their blind indexes. */
const says = (record: Patient, stated: Columns): boolean =>
  Object.entries(stated).every(([column, value]) => {
    if (column.endsWith('Cipher')) return true;
    return isDeepStrictEqual(plain(record[column as keyof Patient]), plain(value));
  });
const plain = (value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value);

/**
 * The record of this hospital that says the same under the same document, or a new one; resolves to its id. What is on file
 * is never written over: other cases, signed ones too, show it. Every record under a document, in whatever hospital, is
 * of one identity.
 */
export const keepPatient = async (files: Files, { hospitalId, input }: { hospitalId: string; input: Input }): Promise<string> => {
  const stated = columns(files.cipher, input);
  const identityId = await identityBy(files.db, indexOf(stated));
  const known = await files.db.patient.findMany({ where: { hospitalId, identityId }, orderBy: { id: 'desc' } });
  const found = known.find((record) => says(record, stated));
  return (found ?? (await files.db.patient.create({ data: { hospitalId, identityId, ...stated } }))).id;
};

/**
 * Says who the patient of a case is: completes the record in place while no other case shows it, and makes or finds
 * another one otherwise. A document takes the record to the identity of its bearer.
 */
export const identify = async (files: Files, current: Patient, input: Input): Promise<string> => {
  const { db, cipher } = files;
  const stated = columns(cipher, input);
  const index = indexOf(stated);
  const identityId = index ? await identityBy(db, index) : current.identityId;
  const of = { where: { patientId: current.id } };
  const cases = (await db.consult.count(of)) + (await db.referral.count(of)) + (await db.emergencyCase.count(of));
  const { id, hospitalId } = current;
  const others = index ? await db.patient.count({ where: { hospitalId, identityId, id: { not: id } } }) : 0;
  if (cases > 1 || others > 0) return keepPatient(files, { hospitalId, input });
  await db.patient.update({ where: { id }, data: { ...stated, identityId } });
  return id;
};

const day = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
const opened = (cipher: Cipher, sealedText: Uint8Array | null): string | null => sealedText && cipher.open(sealedText);
/** The last four of an identity number, fewer of what is shorter. */
const masked = (text: string): string => {
  const shown = Math.min(4, Math.floor(text.length / 3));
  return `${'*'.repeat(text.length - shown)}${text.slice(-shown)}`;
};
const maskedIn = (cipher: Cipher, sealedText: Uint8Array | null) => sealedText && masked(cipher.open(sealedText));

/** Without identity, for rings and walls. */
export const sketchOf = ({ known, sex, birthDate, approximateAge }: Patient): z.input<typeof PatientSketch> => ({
  known,
  sex,
  birthDate: day(birthDate),
  approximateAge,
});

const documentOf = (cipher: Cipher, { documentKind, documentCipher, birthOrder }: Patient): PatientView['document'] =>
  documentKind && documentCipher && { kind: documentKind, number: masked(cipher.open(documentCipher)), birthOrder };

/** For those who stand in a relation to the case. */
export const patientOf = (cipher: Cipher, patient: Patient): PatientView => ({
  ...sketchOf(patient),
  id: patient.id,
  name: opened(cipher, patient.nameCipher),
  idNumber: maskedIn(cipher, patient.idNumberCipher),
  document: documentOf(cipher, patient),
  phone: opened(cipher, patient.phoneCipher),
  visitNo: patient.visitNo,
});
