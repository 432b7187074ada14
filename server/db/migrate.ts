import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { OperatorError } from '../config.ts';

/** The key under which Prisma Migrate itself locks, so that its CLI and a starting server wait for one another. */
const LOCK = 72_707_369;

/** Prisma Migrate's own history table, so that its CLI finds nothing pending. */
const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

export const migrationsDir = resolve(import.meta.dirname, '../../prisma/migrations');

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}
interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

const onDisk = (dir: string): Migration[] =>
  (existsSync(dir) ? readdirSync(dir) : [])
    .filter((name) => existsSync(join(dir, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(dir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });

/** History and files must tell the same story, or nothing is touched. */
const compare = (applied: readonly Applied[], migrations: readonly Migration[]): void => {
  for (const row of applied) {
    const file = migrations.find(({ name }) => name === row.migration_name);
    const refuse = (zh: string, en: string) => {
      throw new OperatorError(`数据库迁移 ${row.migration_name} ${zh} / migration ${row.migration_name} ${en}`);
    };
    if (!row.finished_at) refuse('上次执行失败，请从备份恢复', 'failed earlier: restore the database from its backup.');
    if (!file) refuse('来自更新的版本，请升级程序', 'was made by a newer version: start that version or a later one.');
    if (file?.checksum !== row.checksum)
      refuse('的文件在执行后被改动，请还原', 'was edited after it was applied: restore the file.');
  }
};

const apply = async (client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> => {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${name} failed`, { cause: error });
  }
};

const applyMissing = async (client: pg.ClientBase, dir: string): Promise<string[]> => {
  await client.query(HISTORY);
  const history = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const migrations = onDisk(dir);
  compare(history.rows, migrations);
  const done = new Set(history.rows.map((row) => row.migration_name));
  const missing = migrations.filter(({ name }) => !done.has(name));
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
};

/**
 * Applies what is missing of `prisma/migrations`, each in a transaction of its own; several servers may start at once.
 * Returns the names applied.
 * @throws OperatorError when an applied migration was edited, failed earlier or is unknown here.
 */
export const migrate = async (connection: pg.ClientConfig, dir = migrationsDir): Promise<string[]> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await applyMissing(client, dir);
  } finally {
    await client.end();
  }
};
