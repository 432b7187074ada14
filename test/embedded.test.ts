import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OperatorError, readConfig } from '../server/config.ts';
import { type Embedded, startEmbedded } from '../server/db/embedded.ts';
import { open } from '../server/db/open.ts';

let dataDir: string;
let running: Embedded[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'embedded-'));
  running = [];
});
afterEach(async () => {
  for (const database of running) await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (options?: Parameters<typeof startEmbedded>[1]) => {
  const database = await startEmbedded(dataDir, options);
  running.push(database);
  return database;
};
const stop = async (database: Embedded) => {
  running.splice(running.indexOf(database), 1);
  await database.stop();
};
const query = async ({ connection }: Embedded, sql: string) => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

it('keeps what was written across a restart', async () => {
  const first = await start();
  await query(first, `CREATE TABLE t AS SELECT '山海' AS word`);
  await stop(first);
  const second = await start();
  expect(await query(second, 'SELECT word FROM t')).toEqual([{ word: '山海' }]);
});

it('listens to nobody but this machine: on a socket in a private folder', async () => {
  const database = await start();
  expect(await query(database, `SELECT setting FROM pg_settings WHERE name = 'listen_addresses'`)).toEqual([{ setting: '' }]);
  expect(database.connection.host).toMatch(/^\//);
});

it('asks for the password where it listens on loopback', async () => {
  const database = await start({ transport: 'loopback' });
  expect(await query(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await expect(query({ ...database, connection: { ...database.connection, password: 'guess' } }, 'SELECT 1')).rejects.toThrow(
    'password',
  );
});

it('is locked against a second server, which is told who has it', async () => {
  await start();
  const second = startEmbedded(dataDir);
  await expect(second).rejects.toThrow(OperatorError);
  await expect(second).rejects.toThrow(`process ${process.pid}`);
});

it('adopts the database of a server that was killed', async () => {
  const program = join(dataDir, 'server.mjs');
  const embedded = join(import.meta.dirname, '../server/db/embedded.ts');
  writeFileSync(
    program,
    `import { startEmbedded } from '${embedded}';
    const { connection } = await startEmbedded('${dataDir}');
    process.send(connection);
    setInterval(() => {}, 1000);`,
  );
  const server = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
  const [connection] = (await once(server, 'message')) as [pg.PoolConfig];
  server.kill('SIGKILL');
  await once(server, 'exit');
  const database = await start();
  expect(database.connection).toEqual(connection);
});

it('refuses the folder of another PostgreSQL version', async () => {
  await stop(await start());
  writeFileSync(join(dataDir, 'pg/PG_VERSION'), '16\n');
  await expect(startEmbedded(dataDir)).rejects.toThrow('made by PostgreSQL 16');
});

it('keeps rejected values out of its log', async () => {
  const database = await start();
  await query(database, 'CREATE TABLE t (name text UNIQUE)');
  await query(database, `INSERT INTO t VALUES ('synthetic name')`);
  await expect(query(database, `INSERT INTO t VALUES ('synthetic name')`)).rejects.toThrow('duplicate key');
  const log = readFileSync(join(dataDir, 'pg.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('synthetic name');
});

it.runIf(process.getuid?.() === 0)('as root, refuses a folder that the database user cannot reach', async () => {
  const home = join(dataDir, 'home');
  mkdirSync(home);
  chmodSync(home, 0o700);
  await expect(startEmbedded(join(home, 'data'))).rejects.toThrow('outside private homes');
});

it('says when the data folder cannot be made', async () => {
  writeFileSync(join(dataDir, 'file'), '');
  await expect(startEmbedded(join(dataDir, 'file/data'))).rejects.toThrow('set DATA_DIR to a folder you may write');
});

it('says what is wrong with DATABASE_URL, without the password', async () => {
  const { connection } = await start({ transport: 'loopback' });
  const url = (user: string, password: string, rest: string) => `postgresql://${user}:${password}@127.0.0.1:${rest}`;
  const openUrl = (DATABASE_URL: string) => open(readConfig({ DATABASE_URL, DATA_DIR: dataDir }));
  await expect(openUrl(url('shanhai', 'geheim', `${connection.port}/shanhai`))).rejects.toThrow('check user and password');
  await expect(openUrl(url('shanhai', String(connection.password), `${connection.port}/none`))).rejects.toThrow(
    'database none does not exist',
  );
  await expect(openUrl(url('shanhai', 'geheim', '1/shanhai'))).rejects.toThrow(
    /no PostgreSQL answers at 127.0.0.1:1: (?!.*geheim)/,
  );
});

it('opens DATABASE_URL with the same migrations and the same client', async () => {
  const { connection } = await start({ transport: 'loopback' });
  const DATABASE_URL = `postgresql://shanhai:${connection.password}@127.0.0.1:${connection.port}/shanhai`;
  const database = await open(readConfig({ DATABASE_URL, DATA_DIR: dataDir }));
  expect(await database.prisma.hospital.count()).toBe(0);
  await database.close();
});
