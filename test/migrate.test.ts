import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { schemaDiff } from '../scripts/lib/schema-diff.ts';
import { OperatorError } from '../server/config.ts';
import { migrate, migrationsDir } from '../server/db/migrate.ts';
import { type TestDatabase, testDatabase } from './postgres.ts';

let database: TestDatabase;
let dir: string;

const write = (name: string, sql: string) => {
  mkdirSync(join(dir, name), { recursive: true });
  writeFileSync(join(dir, name, 'migration.sql'), sql);
};
const query = async (sql: string) => {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

beforeEach(async () => {
  database = await testDatabase('template0');
  dir = mkdtempSync(join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  await database.drop();
  rmSync(dir, { recursive: true });
});

it('the migrations say what prisma/schema says', async () => {
  await migrate(database.connection);
  expect(await schemaDiff(database.connection)).toBe('');
  await query('ALTER TABLE person ADD COLUMN forgotten int');
  expect(await schemaDiff(database.connection)).toContain('forgotten');
});

it('applies each migration once, in order, whoever starts', async () => {
  write('1_table', 'CREATE TABLE t (a int)');
  write('2_column', 'ALTER TABLE t ADD COLUMN b int; INSERT INTO t VALUES (1, 2)');
  const both = await Promise.all([migrate(database.connection, dir), migrate(database.connection, dir)]);
  expect(both.flat().sort()).toEqual(['1_table', '2_column']);
  expect(await query('SELECT a, b FROM t')).toEqual([{ a: 1, b: 2 }]);
  expect(await migrate(database.connection, dir)).toEqual([]);
});

it('rolls a failing migration back whole and tries it again later', async () => {
  write('1_broken', 'CREATE TABLE t (a int); SELECT nonsense');
  await expect(migrate(database.connection, dir)).rejects.toThrow('1_broken');
  write('1_broken', 'CREATE TABLE t (a int)');
  expect(await migrate(database.connection, dir)).toEqual(['1_broken']);
});

it('refuses an edited, an unknown and a failed migration', async () => {
  write('1_table', 'CREATE TABLE t (a int)');
  await migrate(database.connection, dir);
  write('1_table', 'CREATE TABLE t (a bigint)');
  await expect(migrate(database.connection, dir)).rejects.toThrow(OperatorError);
  await expect(migrate(database.connection, dir)).rejects.toThrow('1_table was edited');
  rmSync(join(dir, '1_table'), { recursive: true });
  await expect(migrate(database.connection, dir)).rejects.toThrow('1_table was made by a newer version');
  await query('UPDATE _prisma_migrations SET finished_at = NULL');
  await expect(migrate(database.connection, dir)).rejects.toThrow('1_table failed earlier');
});

it('upgrades a database that stopped at any earlier migration', async () => {
  const names = readdirSync(migrationsDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of names) {
    cpSync(join(migrationsDir, name), join(dir, name), { recursive: true });
    expect(await migrate(database.connection, dir)).toEqual([name]);
  }
  expect(await migrate(database.connection)).toEqual([]);
});

it('gives records of before identities: one for each identity number across hospitals, otherwise one each', async () => {
  const names = readdirSync(migrationsDir).filter((name) => /^\d+_/.test(name));
  for (const name of names.filter((each) => each < '20261124100500'))
    cpSync(join(migrationsDir, name), join(dir, name), { recursive: true });
  await migrate(database.connection, dir);
  const record = (n: number, index: string) =>
    `INSERT INTO patient (id, hospital_id, known, sex, id_number_index) VALUES (lpad('${n}', 32, '0')::uuid, gen_random_uuid(), true, 'male', ${index})`;
  for (const [n, index] of ["'\\x01'", "'\\x01'", "'\\x02'", 'NULL', 'NULL'].entries()) await query(record(n, index));
  await migrate(database.connection);
  const rows = await query(
    'SELECT p.id, i.id AS identity, i.document_index = p.id_number_index AS same FROM patient p JOIN identity i ON i.id = p.identity_id ORDER BY p.id',
  );
  expect(rows.map(({ same }) => same)).toEqual([true, true, true, null, null]);
  const [one, two, three, four, five] = rows.map(({ identity }) => identity);
  expect(one).toBe(two);
  expect(new Set([one, three, four, five]).size).toBe(4);
});
