import type { Tx } from '../db/client.ts';
import type { Patient } from '../db/generated/client.ts';
import { wholeOf } from '../records/identities.ts';

type Said = Pick<Patient, 'sex' | 'idNumberIndex' | 'documentKind' | 'documentIndex'>;

/** Everything that any hospital has said of the person of these identities, as far as it could contradict. */
export const peopleIn = async (db: Tx, identityIds: readonly string[]): Promise<Said[]> =>
  db.patient.findMany({
    where: { identityId: { in: await wholeOf(db, identityIds) } },
    select: { sex: true, idNumberIndex: true, documentKind: true, documentIndex: true },
  });

const apart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value));

const sexes = (said: readonly Said[]): string[] => said.flatMap(({ sex }) => (sex === 'unknown' ? [] : [sex]));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const idNumbers = (said: readonly Said[]): string[] =>
  said.flatMap(({ idNumberIndex }) => (idNumberIndex ? [hex(idNumberIndex)] : []));
/** Which child of which mother; passports and permits are renewed, and two of them contradict nothing. */
const births = (said: readonly Said[]): string[] =>
  said.flatMap(({ documentKind, documentIndex }) => (documentKind === 'newbornOf' && documentIndex ? [hex(documentIndex)] : []));

/** Why these cannot be one person; null when nothing is against it. */
export const contradictionOf = (a: readonly Said[], b: readonly Said[]): 'sex' | 'document' | null => {
  if (apart(sexes(a), sexes(b))) return 'sex';
  return apart(idNumbers(a), idNumbers(b)) || apart(births(a), births(b)) ? 'document' : null;
};
