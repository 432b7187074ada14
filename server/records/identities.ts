import type { Document } from '../../contract/records.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';

/** What stays the same over a life: the older permits end with a count of renewals. */
const LASTING = { passport: 9, hkMacao: 9, taiwan: 8 } as const;

export const idNumberIndex = (cipher: Cipher, idNumber: string) => cipher.blind('patient.idNumber', idNumber);

export const documentIndex = (cipher: Cipher, document: Document) => {
  const lasting =
    document.kind === 'newbornOf'
      ? `${document.number}/${document.birthOrder}`
      : document.number.slice(0, LASTING[document.kind]);
  return cipher.blind('patient.document', `${document.kind}/${lasting}`);
};

/**
 * The identity of whoever bears this document, in whatever hospital, or a new one; nobody else states the same document
 * until this transaction is over. Without a document it is a new one.
 */
export const identityBy = async (db: Tx, index: Uint8Array | null): Promise<string> => {
  if (!index) return (await db.identity.create({ data: {} })).id;
  const [{ id }] = await db.$queryRaw<[{ id: string }]>`
    INSERT INTO identity (id, document_index) VALUES (gen_random_uuid(), ${index})
    ON CONFLICT (document_index) DO UPDATE SET document_index = EXCLUDED.document_index RETURNING id`;
  return id;
};

/** Which person each of these identities is, merges followed to their end. */
export const personsOf = async (db: Tx, identityIds: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db.$queryRaw<{ id: string; person: string }[]>`
    WITH RECURSIVE up AS (
      SELECT id, id AS person, merged_into_id FROM identity WHERE id = ANY(${[...identityIds]}::uuid[])
      UNION ALL SELECT up.id, i.id, i.merged_into_id FROM up JOIN identity i ON i.id = up.merged_into_id
    )
    SELECT id, person FROM up WHERE merged_into_id IS NULL`;
  return new Map(rows.map(({ id, person }) => [id, person]));
};

/** All identities that are one person with any of these. */
export const wholeOf = async (db: Tx, identityIds: readonly string[]): Promise<string[]> => {
  const persons = [...new Set((await personsOf(db, identityIds)).values())];
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE down AS (
      SELECT id FROM identity WHERE id = ANY(${persons}::uuid[])
      UNION SELECT i.id FROM identity i JOIN down ON i.merged_into_id = down.id
    )
    SELECT id FROM down`;
  return rows.map(({ id }) => id);
};
