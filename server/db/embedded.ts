import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '../config.ts';
import { postgresHome } from './binaries.ts';
import {
  type Cluster,
  checkVersion,
  connectionTo,
  initialise,
  logFile,
  type Postmaster,
  readPostmaster,
  spawnPostgres,
  stopPostgres,
  type Transport,
} from './cluster.ts';
import { prepareDataFolder, reachable } from './folder.ts';

/** A running PostgreSQL of our own. */
export interface Embedded {
  connection: pg.ClientConfig;
  stop(): Promise<void>;
}

interface Options {
  transport?: Transport;
  settings?: readonly string[];
}

const DATABASE = 'shanhai';
/** Held by the one server that uses the folder, for as long as its connection lives: no stale lock after a kill. */
const LOCK = 5_110_017;
/** Crash recovery of a large database can take this long. */
const START_MS = 120_000;
const OURS = 'shanhai:';

const locate = (dataDir: string, { transport, settings = [] }: Options): Cluster => {
  prepareDataFolder(dataDir);
  if (!reachable(dataDir)) {
    throw new OperatorError(
      `以 root 运行时数据库用户无法进入 ${dataDir}，请把 DATA_DIR 设在公共目录下 / as root, PostgreSQL runs as nobody, who cannot reach ${dataDir}: set DATA_DIR to a folder outside private homes, such as /var/lib/shanhai.`,
    );
  }
  const byDefault = process.platform === 'win32' ? 'loopback' : 'socket';
  return { home: postgresHome(), dir: join(dataDir, 'pg'), transport: transport ?? byDefault, settings };
};

interface Session {
  client: pg.Client;
  postmaster: Postmaster;
}

/** A session with whatever server runs on the folder; null when none answers (yet). */
const connect = async (cluster: Cluster): Promise<Session | null> => {
  const postmaster = readPostmaster(cluster);
  if (!postmaster) return null;
  const client = new pg.Client({
    ...connectionTo(cluster, postmaster, 'postgres'),
    application_name: `${OURS}${process.pid}`,
    connectionTimeoutMillis: 5000,
  });
  // The session only holds the lock; when PostgreSQL goes away, those who use the database report it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return { client, postmaster };
  } catch {
    return null;
  }
};

const lastWords = (cluster: Cluster): string => readFileSync(logFile(cluster), 'utf8').trim().split('\n').at(-1) ?? '';

/** Adopts the server that a killed process left running, or starts one; a server that is just stopping is waited for. */
const connectOrStart = async (cluster: Cluster): Promise<Session> => {
  const deadline = Date.now() + START_MS;
  let child: ChildProcess | null = null;
  for (;;) {
    const session = await connect(cluster);
    if (session) return session;
    if (child?.exitCode === null) await delay(15);
    else {
      if (child) await explainExit(cluster);
      child = await spawnPostgres(cluster);
      await once(child, 'spawn');
    }
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${lastWords(cluster)}`);
  }
};

const explainExit = async (cluster: Cluster): Promise<void> => {
  const words = lastWords(cluster);
  const stillThere = /postmaster\.pid|lock file|Is another postmaster/.test(words);
  if (!stillThere) throw new Error(`PostgreSQL did not start: ${words} (see ${logFile(cluster)})`);
  await delay(200);
};

const holder = `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE locktype = 'advisory' AND objid = $1 AND granted`;

const lock = async ({ client }: Session, dataDir: string): Promise<void> => {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LOCK]);
  if (rows[0]?.mine) return;
  const other = await client.query<{ application_name: string }>(holder, [LOCK]);
  await client.end();
  const pid = other.rows[0]?.application_name.replace(OURS, '') ?? '?';
  throw new OperatorError(
    `数据目录 ${dataDir} 正被另一服务 (进程 ${pid}) 使用 / the data folder is in use by another server (process ${pid}): stop it, or set another DATA_DIR.`,
  );
};

const createDatabase = async ({ client }: Session): Promise<void> => {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
};

/**
 * Starts (or adopts) PostgreSQL on `dataDir/pg`, for this process alone.
 * @throws OperatorError when another server uses the folder or it cannot be used.
 */
export const startEmbedded = async (dataDir: string, options: Options = {}): Promise<Embedded> => {
  const cluster = locate(dataDir, options);
  await initialise(cluster);
  await checkVersion(cluster);
  const session = await connectOrStart(cluster);
  await lock(session, dataDir);
  await createDatabase(session);
  return {
    connection: connectionTo(cluster, session.postmaster, DATABASE),
    async stop() {
      await session.client.end();
      await stopPostgres(cluster);
    },
  };
};
