import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import errors from '../../client/src/locales/zh-CN/errors.json' with { type: 'json' };
import { STATUS } from '../../contract/refusal.ts';

const root = join(import.meta.dirname, '../..');
const sources = ['server', 'contract'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8')),
);

/** Every `refuse(code, reason)` of the server whose reason is written out. */
const reasons = [
  ...new Set(
    sources.flatMap((code) =>
      [...code.matchAll(/refuse\(\s*'(\w+)',\s*'([\w.]+)'/g)].map(([, code, reason]) => `${code}.${reason}`),
    ),
  ),
].sort();

const textAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((texts, key) => (texts as Record<string, unknown> | undefined)?.[key], errors);

/** The reader is told what is meant: its own text, or the one of its last word (`notNow`, `notYours`). */
const said = (path: string): boolean => {
  const [code, ...reason] = path.split('.');
  return [path, `${code}.${reason.at(-1)}`].some((key) => typeof textAt(key) === 'string');
};

it('finds the refusals of the server', () => {
  expect(reasons).toContain('unauthenticated.login.failed');
  expect(reasons.length).toBeGreaterThan(20);
});

it('has words for every refusal that the server can make', () => {
  expect(reasons.filter((reason) => !said(reason))).toEqual([]);
});

describe.each(Object.keys(STATUS))('%s', (code) => {
  it('has words for a reason that nobody foresaw', () => {
    expect(textAt(`${code}.other`)).toEqual(expect.any(String));
  });
});
