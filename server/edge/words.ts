import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Language = 'zh-CN' | 'en';
/** `say('referrals', 'status.draft')`; holes are filled by name. */
export type Say = (catalogue: string, key: string, values?: Record<string, string>) => string;

type Texts = { [key: string]: string | Texts };
/** The pages' own catalogues: a file says what the page says. */
const FOLDER = join(import.meta.dirname, '..', '..', 'client', 'src', 'locales');

/** The words of one language, for what leaves the house as a file; a key that is missing stands for itself. */
export const wordsOf = (language: Language): Say => {
  const read = new Map<string, Texts>();
  const catalogue = (name: string): Texts => {
    const texts = read.get(name) ?? (JSON.parse(readFileSync(join(FOLDER, language, `${name}.json`), 'utf8')) as Texts);
    read.set(name, texts);
    return texts;
  };
  return (name, key, values = {}) => {
    const found = key
      .split('.')
      .reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), catalogue(name));
    return (typeof found === 'string' ? found : key).replace(/\{\{(\w+)\}\}/g, (hole, hollow: string) => values[hollow] ?? hole);
  };
};
