import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { OperatorError } from '../config.ts';
import { giveToPostgres, postgresUser } from './folder.ts';

/** How clients reach the server: a socket file only we can open, or (Windows, where pg knows none) loopback with a password. */
export type Transport = 'socket' | 'loopback';

/** A PostgreSQL data folder and the binaries to run it with. */
export interface Cluster {
  home: string;
  dir: string;
  transport: Transport;
  /** Further `-c` settings, e.g. `fsync=off` for tests. */
  settings: readonly string[];
}

/** What `postmaster.pid` says of the server running on a cluster, ours or one left behind by a killed process. */
export interface Postmaster {
  pid: number;
  port: number;
  socketDir: string;
}

const USER = 'shanhai';
/** Longest path of a Unix socket on macOS, less than Linux's 108. */
const SOCKET_PATH_BYTES = 103;
const run = promisify(execFile);

/** PostgreSQL sees none of our environment: it holds secrets, and its processes belong to another user. */
const processOptions = (cluster: Cluster) => ({
  ...postgresUser,
  cwd: cluster.dir,
  env: { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C', TZ: 'UTC' },
});

const binary = (cluster: Cluster, name: string) => join(cluster.home, 'bin', name);
const passwordFile = (cluster: Cluster) => `${cluster.dir}-password`;
export const logFile = (cluster: Cluster) => `${cluster.dir}.log`;

/** Runs initdb in a folder of its own and moves it into place, so that a half-made cluster is never taken for one. */
export const initialise = async (cluster: Cluster): Promise<void> => {
  if (existsSync(cluster.dir)) return;
  const half = { ...cluster, dir: mkdtempSync(`${cluster.dir}-new-`) };
  giveToPostgres(half.dir);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const auth = cluster.transport === 'socket' ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${writePassword(cluster)}`];
  await run(binary(half, 'initdb'), ['-D', half.dir, '-U', USER, '--no-instructions', ...locale, ...auth], processOptions(half));
  renameSync(half.dir, cluster.dir);
};

const writePassword = (cluster: Cluster): string => {
  writeFileSync(passwordFile(cluster), randomBytes(24).toString('base64url'), { mode: 0o600 });
  giveToPostgres(passwordFile(cluster));
  return passwordFile(cluster);
};

export const readPostmaster = (cluster: Cluster): Postmaster | null => {
  const file = join(cluster.dir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port, socketDir] = readFileSync(file, 'utf8').split('\n');
  return pid && port && socketDir !== undefined ? { pid: Number(pid), port: Number(port), socketDir } : null;
};

export const connectionTo = (cluster: Cluster, { port, socketDir }: Postmaster, database: string): pg.ClientConfig =>
  cluster.transport === 'socket'
    ? { host: socketDir, port, user: USER, database }
    : { host: '127.0.0.1', port, user: USER, database, password: readFileSync(passwordFile(cluster), 'utf8') };

/** A new private folder for each start; a left-over or foreign one is never used. */
const makeSocketDir = (): string => {
  const roomy = Buffer.byteLength(join(tmpdir(), 'shanhai-XXXXXX', '.s.PGSQL.5432')) <= SOCKET_PATH_BYTES;
  const dir = mkdtempSync(join(roomy ? tmpdir() : '/tmp', 'shanhai-'));
  giveToPostgres(dir);
  return dir;
};

const freePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });

const listen = async ({ transport }: Cluster): Promise<string[]> =>
  transport === 'socket'
    ? ['-k', makeSocketDir(), '-c', 'listen_addresses=']
    : ['-p', String(await freePort()), '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'];

/** Statements and rejected values stay out of the log: they may hold what a patient said. */
const SETTINGS = [
  'log_min_messages=warning',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'timezone=UTC',
  'jit=off',
];
/** Crash recovery took seconds longer without; other systems do not have it. */
const LINUX_SETTINGS = process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : [];

/** Starts PostgreSQL in a session of its own: a Ctrl-C meant for the server must not stop it first. */
export const spawnPostgres = async (cluster: Cluster): Promise<ChildProcess> => {
  const settings = [...SETTINGS, ...LINUX_SETTINGS, ...cluster.settings].flatMap((setting) => ['-c', setting]);
  const args = ['-D', cluster.dir, ...(await listen(cluster)), ...settings];
  const log = openSync(logFile(cluster), 'w', 0o600);
  const child = spawn(binary(cluster, 'postgres'), args, {
    ...processOptions(cluster),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
};

/** Ends every session, writes everything to disk and waits for the end. */
export const stopPostgres = async (cluster: Cluster): Promise<void> => {
  const socketDir = readPostmaster(cluster)?.socketDir;
  await run(binary(cluster, 'pg_ctl'), ['stop', '-D', cluster.dir, '-m', 'fast', '-w', '-t', '60'], processOptions(cluster));
  if (socketDir) rmSync(socketDir, { recursive: true, force: true });
};

/** @throws OperatorError when the folder was made by another major version than these binaries are. */
export const checkVersion = async (cluster: Cluster): Promise<void> => {
  const made = readFileSync(join(cluster.dir, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = await run(binary(cluster, 'postgres'), ['--version'], processOptions(cluster));
  if (/ (\d+)/.exec(stdout)?.[1] === made) return;
  throw new OperatorError(
    `数据目录由 PostgreSQL ${made} 创建，与当前版本不符 / ${cluster.dir} was made by PostgreSQL ${made}, this is ${stdout.trim()}: dump it with the old version and restore.`,
  );
};
