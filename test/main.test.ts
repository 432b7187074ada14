import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Served, serveAlone, stop, stopAll } from './process.ts';

/** Several start one server after another, each with its own database. */
vi.setConfig({ testTimeout: 60_000 });

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'main-'));
});
afterEach(async () => {
  await stopAll();
  rmSync(dir, { recursive: true, force: true });
});

const serve = (env: Record<string, string> = {}): Served => serveAlone({ DATA_DIR: dir, ...env });

const takenPort = async (): Promise<number> => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  return (other.address() as AddressInfo).port;
};

const oneSentence = /^[^\n]+\n$/;

describe('the server process', () => {
  it('starts, answers, and on SIGTERM ends with nothing left behind', async () => {
    const server = serve();
    const base = await server.address;
    expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ ok: true });
    expect(await (await fetch(`${base}/readyz`)).json()).toMatchObject({ ready: true, database: true, media: { ready: true } });
    expect(server.said.out).toContain('npm run admin:create');
    const pid = join(dir, 'pg/postmaster.pid');
    expect(existsSync(pid)).toBe(true);
    expect(await stop(server)).toBe(0);
    expect(existsSync(pid)).toBe(false);
  });

  it('does without a media worker, and says which command brings it', async () => {
    const base = await serve({ MEDIASOUP_WORKER_BIN: join(dir, 'none') }).address;
    const ready = await fetch(`${base}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      ready: true,
      media: { ready: false, remedy: expect.stringContaining('npm run setup:media') },
    });
  });

  it('says that the port is taken', async () => {
    const port = await takenPort();
    const server = serve({ PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.said.err).toMatch(oneSentence);
    expect(server.said.err).toContain(`port ${port} is taken`);
    expect(existsSync(join(dir, 'pg/postmaster.pid'))).toBe(false);
  });

  it('says that the media port is taken, when it was asked for', async () => {
    const port = await takenPort();
    const server = serve({ MEDIA_PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.said.err).toMatch(oneSentence);
    expect(server.said.err).toContain(`port ${port} (MEDIA_PORT) is taken`);
  });

  it('says which process uses the data folder', async () => {
    const first = serve();
    await first.address;
    const second = serve();
    expect(await second.ended).toBe(1);
    expect(second.said.err).toMatch(oneSentence);
    expect(second.said.err).toContain(`process ${first.child.pid}`);
  });

  it('says which variable is wrong', async () => {
    const server = serve({ PORT: 'http' });
    expect(await server.ended).toBe(1);
    expect(server.said.err).toMatch(oneSentence);
    expect(server.said.err).toContain('PORT must be a port number');
  });

  const openssl = spawnSync('openssl', ['version']).status === 0;
  it.runIf(openssl)('speaks https with TLS_CERT and TLS_KEY', async () => {
    const [TLS_CERT, TLS_KEY] = [join(dir, 'cert.pem'), join(dir, 'key.pem')];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', TLS_KEY];
    spawnSync('openssl', ['req', '-x509', ...key, '-out', TLS_CERT, '-subj', '/CN=localhost', '-days', '2']);
    const base = await serve({ TLS_CERT, TLS_KEY }).address;
    expect(base).toMatch(/^https:/);
    const [answer] = await once(request(`${base}/healthz`, { rejectUnauthorized: false }).end(), 'response');
    expect(await json(answer)).toEqual({ ok: true });
  });
});
