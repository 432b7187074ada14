import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../server/main.ts');

/** A server process: what it says, where it answers, and how it ends. */
export interface Served {
  child: ChildProcess;
  said: { out: string; err: string };
  ended: Promise<number | null>;
  address: Promise<string>;
}
const servers: Served[] = [];

/** A server process of its own, ports of its choice, an empty database in its `DATA_DIR` unless the settings say otherwise. */
export const serveAlone = (env: Record<string, string>): Served => {
  const settings = { PORT: '0', MEDIA_PORT: '0', SEED: 'none', LOG_LEVEL: 'silent', ...env };
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const address = new Promise<string>((done, fail) => {
    child.stdout.on('data', (text) => {
      said.out += text;
      const found = /running: (\S+)/.exec(said.out);
      if (found) done(found[1]!);
    });
    void ended.then(() => fail(new Error(said.err)));
  });
  address.catch(() => undefined);
  const served = { child, said, ended, address };
  servers.push(served);
  return served;
};

export const stop = async ({ child, ended }: Served): Promise<number | null> => {
  if (child.exitCode === null) child.kill('SIGTERM');
  return ended;
};

/** Whatever a test has left running. */
export const stopAll = async (): Promise<void> => {
  await Promise.all(servers.splice(0).map(stop));
};
