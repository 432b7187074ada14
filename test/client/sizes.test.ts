import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createLogger } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Budget, firstLoad } from '../../client/sizes.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'shanhai-sizes-'));
  // Random digits do not compress away: about 20 kB and 60 kB of gzip.
  const digits = (count: number) => Array.from({ length: count }, () => Math.random().toString(36).slice(2)).join('');
  writeFileSync(join(root, 'index.html'), '<script type="module" src="/main.js"></script>');
  writeFileSync(join(root, 'main.js'), `export const kept = '${digits(2_000)}'; window.go = () => import('./Page.js');`);
  writeFileSync(join(root, 'Page.js'), `import('./part.js').then((part) => console.log(part.heavy));`);
  writeFileSync(join(root, 'part.js'), `export const heavy = '${digits(6_000)}';`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const lines: string[] = [];
const building = (budget: Partial<Budget>) => {
  const plugin = firstLoad([{ route: '/page', pages: ['/Page.js'], namespaces: [], limitKb: 1000, ...budget }]);
  return build({
    root,
    configFile: false,
    plugins: [plugin],
    build: { outDir: 'out' },
    customLogger: { ...createLogger('silent'), info: (line) => void lines.push(line) },
  });
};

it('counts the entry, the page and what the page loads at once', async () => {
  await building({});
  const kb = Number(/first load of \/page: ([\d.]+) kB/.exec(lines.join('\n'))?.[1]);
  expect(kb).toBeGreaterThan(40);
});

it('leaves out what only another page loads', async () => {
  lines.length = 0;
  await building({ pages: [] });
  const kb = Number(/first load of \/page: ([\d.]+) kB/.exec(lines.join('\n'))?.[1]);
  expect(kb).toBeLessThan(30);
});

it('fails the build that breaks a budget', async () => {
  await expect(building({ limitKb: 30 })).rejects.toThrow(/first load of \/page: .* \(limit 30\)/);
});
