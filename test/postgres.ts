import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection to the run's PostgreSQL, as JSON. */
    postgres: string;
  }
}

/** The migrated database that each test file's own is copied from. */
export const TEMPLATE = 'shanhai_template';
/** The same with the demo network, without history. */
export const DEMO = 'shanhai_demo';

export interface TestDatabase {
  connection: pg.PoolConfig;
  /** Also ends connections that are still open. */
  drop(): Promise<void>;
}

const administer = async (connection: pg.ClientConfig, sql: string): Promise<void> => {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  await client.query(sql);
  await client.end();
};

/** A database of the caller's own, migrated unless `template` says otherwise (about 60 ms). */
export const testDatabase = async (template = TEMPLATE): Promise<TestDatabase> => {
  const server = JSON.parse(inject('postgres')) as pg.PoolConfig;
  const database = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${database} TEMPLATE ${template}`);
  return { connection: { ...server, database }, drop: () => administer(server, `DROP DATABASE ${database} WITH (FORCE)`) };
};
