import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type Embedded, startEmbedded } from '../server/db/embedded.ts';
import { migrate } from '../server/db/migrate.ts';
import { TEMPLATE } from './postgres.ts';

/** Durability is not under test, and every file gets a database of its own. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

const makeTemplate = async ({ connection }: Embedded): Promise<void> => {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate({ ...connection, database: TEMPLATE });
};

/** One real PostgreSQL for the whole run, with a migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'shanhai-test-'));
  const postgres = await startEmbedded(dir, { settings: SETTINGS });
  await makeTemplate(postgres);
  project.provide('postgres', JSON.stringify(postgres.connection));
  return async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true });
  };
}
