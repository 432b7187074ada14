import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Language } from './browser.ts';

const catalogues = resolve(import.meta.dirname, '../../client/src/locales');

/** Looks up what the reader of this language sees: `say('calls', 'waiting.enter')`. */
export type Say = (catalogue: string, key: string) => string;

/** @throws when the catalogue has no such text, so that a renamed key is noticed here. */
export const wordsOf =
  (language: Language): Say =>
  (catalogue, key) => {
    const texts: unknown = JSON.parse(readFileSync(join(catalogues, language, `${catalogue}.json`), 'utf8'));
    const text = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], texts);
    if (typeof text !== 'string') throw new Error(`no text ${language}/${catalogue}: ${key}`);
    return text;
  };
