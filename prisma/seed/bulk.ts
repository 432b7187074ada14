import type { Tx } from '../../server/db/client.ts';
import { Prisma } from '../../server/db/generated/client.ts';

/** Rows per statement, a few megabytes of JSON. */
const BATCH = 2_000;

/** Columns are the fields in snake case, throughout the schema. */
const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const plain = (value: unknown): unknown => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value);

const asJson = (rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), plain(value)]))),
  );

const insert = async (db: Tx, table: string, rows: readonly object[]): Promise<void> => {
  const columns = Prisma.raw([...new Set(rows.flatMap(Object.keys))].map((field) => `"${columnOf(field)}"`).join(', '));
  const name = Prisma.raw(`"${table}"`);
  await db.$executeRaw`
    INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${asJson(rows)}::jsonb)`;
};

/**
 * Thousands of rows as JSON that PostgreSQL takes apart: `createMany` would spend a quarter of a minute building its
 * statements. Every field that may not be null must be given, the database's defaults are not used.
 */
export const insertRows = async (db: Tx, table: string, rows: readonly object[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += BATCH) await insert(db, table, rows.slice(at, at + BATCH));
};
