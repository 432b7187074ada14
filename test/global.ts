import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg, { type PoolConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { seedNetwork } from '../prisma/seed/network.ts';
import { cipherOf } from '../server/db/cipher.ts';
import { connect } from '../server/db/client.ts';
import { type Embedded, startEmbedded } from '../server/db/embedded.ts';
import { migrate } from '../server/db/migrate.ts';
import { TUESDAY_TEN } from './clock.ts';
import { TEST_KEYS } from './keys.ts';
import { DEMO, TEMPLATE } from './postgres.ts';

/** Durability is not under test, and every file gets a database of its own. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

const makeTemplate = async ({ connection }: Embedded): Promise<void> => {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate({ ...connection, database: TEMPLATE });
};

const makeDemo = async ({ connection }: Embedded): Promise<void> => {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`CREATE DATABASE ${DEMO} TEMPLATE ${TEMPLATE}`);
  await client.end();
  const prisma = connect({ ...connection, database: DEMO } as PoolConfig);
  await seedNetwork(prisma, cipherOf(TEST_KEYS), TUESDAY_TEN);
  await prisma.$disconnect();
};

/** One real PostgreSQL for the whole run, with a migrated database and one with the demo network to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'shanhai-test-'));
  const postgres = await startEmbedded(dir, { settings: SETTINGS });
  const stop = async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true });
  };
  try {
    await makeTemplate(postgres);
    await makeDemo(postgres);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgres', JSON.stringify(postgres.connection));
  return stop;
}
