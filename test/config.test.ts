import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { OperatorError, readConfig } from '../server/config.ts';
import { loadKeys } from '../server/db/keys.ts';

const dir = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('configuration', () => {
  it('starts on this machine alone, on the embedded database, with the demo network', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: null, seed: 'demo', tls: null, logLevel: 'info' });
    expect(config.media).toEqual({ port: 40_000, fixed: false, listenIp: '127.0.0.1', announcedAddress: null });
  });

  it('seeds nothing into a database of yours unless asked', () => {
    const DATABASE_URL = 'postgresql://u:p@db/shanhai';
    expect(readConfig({ DATABASE_URL }).seed).toBe('none');
    expect(readConfig({ DATABASE_URL, SEED: 'demo' }).seed).toBe('demo');
  });

  it('takes a variable set to nothing as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', TLS_CERT: '' })).toMatchObject({ port: 3000, databaseUrl: null, tls: null });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['MEDIA_PORT', '1.5'],
    ['SEED', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://u:geheim@db/x'],
    ['REDIS_URL', 'localhost:6379'],
    ['JWT_SECRET', 'geheim'],
  ])('refuses %s=%s in one sentence that names it and never repeats a secret', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(OperatorError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^环境变量 ${name} 不正确 / ${name} must [^\\n]*$`));
    expect(() => readConfig({ [name]: value })).not.toThrow('geheim');
  });

  it('needs both halves of TLS, readable', () => {
    const half = join(dir, 'cert.pem');
    writeFileSync(half, 'pem');
    expect(() => readConfig({ TLS_CERT: half })).toThrow('TLS_KEY');
    expect(() => readConfig({ TLS_CERT: half, TLS_KEY: join(dir, 'none.pem') })).toThrow(/TLS_KEY .*ENOENT/);
    expect(readConfig({ TLS_CERT: half, TLS_KEY: half }).tls?.cert.toString()).toBe('pem');
  });

  it('takes a VAPID key pair with its subject, or none of the three', () => {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    const [VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT] = [publicKey, privateKey, 'mailto:it@hospital.example'];
    expect(readConfig({}).push).toBe(null);
    expect(readConfig({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT }).push).toEqual({
      publicKey,
      privateKey,
      subject: VAPID_SUBJECT,
    });
    for (const half of [{ VAPID_PUBLIC_KEY }, { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY }, { VAPID_SUBJECT }]) {
      expect(() => readConfig(half)).toThrow(OperatorError);
      expect(() => readConfig(half)).toThrow('npm run push:keys');
      expect(() => readConfig(half)).not.toThrow(privateKey);
    }
    expect(() => readConfig({ VAPID_PRIVATE_KEY: 'geheim' })).toThrow('npm run push:keys');
  });

  it('tells browsers an address they can reach when it listens everywhere', () => {
    expect(readConfig({ HOST: '0.0.0.0', MEDIA_ANNOUNCED_ADDRESS: '203.0.113.9' }).media.announcedAddress).toBe('203.0.113.9');
    expect(readConfig({ HOST: '0.0.0.0' }).media.announcedAddress).not.toBe('0.0.0.0');
  });
});

describe('keys', () => {
  const folder = () => mkdtempSync(join(dir, 'keys-'));

  it('are made once, for their owner alone', () => {
    const dataDir = folder();
    const first = loadKeys({ dataDir, jwtSecret: null });
    expect(loadKeys({ dataDir, jwtSecret: null })).toEqual(first);
    expect(first.field).toHaveLength(32);
    expect(new Set([first.field, first.index, first.audit].map(String)).size).toBe(3);
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it('let JWT_SECRET win, and ask for it again where the file has none', () => {
    const dataDir = folder();
    expect(loadKeys({ dataDir, jwtSecret: 'x'.repeat(32) }).jwt).toBe('x'.repeat(32));
    expect(() => loadKeys({ dataDir, jwtSecret: null })).toThrow('set JWT_SECRET');
  });

  it('are never replaced: a damaged file, or data without its file, is refused', () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'keys.json'), '{"fieldKey":"AAAA"}');
    expect(() => loadKeys({ dataDir, jwtSecret: null })).toThrow('damaged');
    rmSync(join(dataDir, 'keys.json'));
    writeFileSync(join(dataDir, 'pg'), '');
    expect(() => loadKeys({ dataDir, jwtSecret: null })).toThrow('restore it');
  });
});
