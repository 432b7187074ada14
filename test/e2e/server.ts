import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface Server {
  /** `http://localhost:port`. */
  base: string;
  /** Process ids of the media workers that live now. */
  workers(): number[];
  /** What the server reported as its own fault. */
  bugs(): string[];
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
};

/** Resolves with the address that the server prints once it answers. */
const address = (child: ChildProcess, said: string[]): Promise<string> =>
  new Promise((done, fail) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said.push(chunk.toString());
      const found = /(http:\/\/localhost:\d+)/.exec(said.join(''));
      if (found) done(found[1]!);
    });
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}:\n${said.join('')}`)));
  });

const childrenOf = (pid: number): number[] => {
  try {
    return execFileSync('pgrep', ['-P', String(pid), '-f', 'mediasoup-worker'])
      .toString()
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
};

/** The product as it is started: `server/main.ts`, embedded database, demo network, media worker, the built client. */
export const startServer = async (): Promise<Server> => {
  if (!existsSync(join(root, 'dist/client/index.html')))
    throw new Error('no web client in dist/client: run the tests with npm test');
  const dataDir = mkdtempSync(join(tmpdir(), 'shanhai-e2e-'));
  const env = {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    MEDIA_PORT: String(await freePort()),
    SEED: 'demo',
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: root, env: { ...env, DATABASE_URL: '', REDIS_URL: '' } });
  const said: string[] = [];
  const base = await address(child, said);
  return {
    base,
    workers: () => childrenOf(child.pid!),
    bugs: () => said.filter((line) => line.includes('"msg":"bug"')),
    async stop() {
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
