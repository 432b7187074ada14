import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Language = 'zh-CN' | 'en';
/** `say('metric.K09.name')`, `say('common:sex.male')`; what has no text is said as it is. */
export type Say = (key: string, fill?: Record<string, string>) => string;

type Texts = { [key: string]: string | Texts };
/** The pages' own catalogues: a file says what the page says. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'client', 'src', 'locales');
const HOME = 'stats';
const FROM = [HOME, 'common', 'consults', 'referrals'] as const;

const catalogue = (language: Language, name: string): Texts =>
  JSON.parse(readFileSync(join(FOLDER, language, `${name}.json`), 'utf8')) as Texts;

const find = (texts: Texts, path: string): string | undefined => {
  const found = path.split('.').reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : at), texts);
  return typeof found === 'string' ? found : undefined;
};

/** The words of one language, for what leaves the house as a file. */
export const wordsOf = (language: Language): Say => {
  const texts: Texts = Object.fromEntries(FROM.map((name) => [name, catalogue(language, name)]));
  return (key, fill = {}) =>
    (find(texts, key.includes(':') ? key.replace(':', '.') : `${HOME}.${key}`) ?? key).replace(
      /\{\{(\w+)\}\}/g,
      (hole, name: string) => fill[name] ?? hole,
    );
};
