import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Texts = { [key: string]: string | Texts };
const source = join(import.meta.dirname, '../../client/src');
const folder = (language: string) => join(source, 'locales', language);
const read = (language: string, file: string) => JSON.parse(readFileSync(join(folder(language), file), 'utf8')) as Texts;

const flat = (texts: Texts, under = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[under + key, value]] : flat(value, `${under}${key}.`),
  );
const holes = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
/** English needs a form for one; both languages are then compared by the plain key. */
const plain = (key: string) => key.replace(/_(one|other)$/, '');

const files = readdirSync(folder('zh-CN'));

it('has the same files in both languages', () => {
  expect(readdirSync(folder('en')).sort()).toEqual([...files].sort());
});

describe.each(files)('%s', (file) => {
  const [zh, en] = [flat(read('zh-CN', file)), flat(read('en', file))];
  it('says the same things in both languages', () => {
    const keys = (texts: [string, string][]) => [...new Set(texts.map(([key]) => plain(key)))].sort();
    expect(keys(en)).toEqual(keys(zh));
  });
  it('is silent in both languages or in neither', () => {
    const silent = (texts: [string, string][]) => texts.filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(silent(en)).toEqual(silent(zh));
  });
  it('fills the same places in both languages', () => {
    const inEnglish = new Map(en.map(([key, text]) => [plain(key), holes(text)]));
    expect(zh.filter(([key, text]) => String(holes(text)) !== String(inEnglish.get(plain(key)))).map(([key]) => key)).toEqual([]);
  });
});

const namespacesOf = (code: string) =>
  [...code.matchAll(/useTranslation\(\s*\[?([^\])]*)/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/'(\w+)'/g)].map(([, name]) => name),
  );

const known = new Map(
  files.map((file) => [file.replace('.json', ''), new Set(flat(read('zh-CN', file)).map(([key]) => plain(key)))]),
);

const missingIn = (path: string): string[] => {
  const code = readFileSync(path, 'utf8');
  const namespaces = namespacesOf(code);
  if (namespaces.length === 0) return [];
  const literals = [...code.matchAll(/(?<!\.)\bt\(\s*'([\w.:-]+)'/g)].map(([, key = '']) => key);
  const has = (key: string) => {
    const [first, rest] = key.includes(':') ? (key.split(':') as [string, string]) : [undefined, key];
    return (first ? [first] : namespaces).some((name) => known.get(name ?? '')?.has(rest));
  };
  return literals.filter((key) => !has(key)).map((key) => `${path.slice(source.length + 1)}: ${key}`);
};

it('has a text for every key that a page names', () => {
  const pages = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  expect(pages.flatMap((path) => missingIn(join(source, path)))).toEqual([]);
});
