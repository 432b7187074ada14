import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, watch } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import webPush from 'web-push';

const root = resolve(import.meta.dirname, '../..');

/** What a test file needs to know of the running server; plain, because it crosses processes. */
export interface Address {
  /** `http://localhost:port`. */
  base: string;
  pid: number;
  /** File of all that the server has printed. */
  log: string;
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
};

/** Resolves with the address that the server prints once it answers. */
const answering = (child: ChildProcess, log: string): Promise<string> =>
  new Promise((done, fail) => {
    const watcher = watch(log, () => {
      const found = /http:\/\/localhost:\d+/.exec(readFileSync(log, 'utf8'));
      if (!found) return;
      watcher.close();
      done(found[0]);
    });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}:\n${readFileSync(log, 'utf8')}`)));
  });

/** The product as it is started: `server/main.ts`, embedded database, demo network, media worker, the built client. */
export const startServer = async (): Promise<{ address: Address; stop(): Promise<void> }> => {
  if (!existsSync(join(root, 'dist/client/index.html')))
    throw new Error('no web client in dist/client: run the tests with npm test');
  const dataDir = mkdtempSync(join(tmpdir(), 'shanhai-e2e-'));
  const log = `${dataDir}.log`;
  const out = openSync(log, 'a');
  const media = String(await freePort());
  const own = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, MEDIA_PORT: media, SEED: 'demo', LOG_LEVEL: 'error' };
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  const vapid = { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: 'mailto:it@hospital.example' };
  const env = { ...process.env, ...vapid, DATABASE_URL: '', REDIS_URL: '', ...own };
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: root, env, stdio: ['ignore', out, out] });
  const base = await answering(child, log);
  return {
    address: { base, pid: child.pid!, log },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      for (const path of [dataDir, log]) rmSync(path, { recursive: true, force: true });
    },
  };
};

/** Process ids of the media workers that live now. */
export const workersOf = ({ pid }: Address): number[] =>
  execFileSync('pgrep', ['-P', String(pid), '-f', 'mediasoup-worker'])
    .toString()
    .trim()
    .split('\n')
    .map(Number);

/** What the server has reported as its own fault. */
export const bugsOf = ({ log }: Address): string[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"msg":"bug"'));
