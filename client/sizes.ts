import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** A route whose first load is held small: the modules it shows, and the text namespaces it reads (zh-CN counted). */
export interface Budget {
  route: string;
  pages: string[];
  namespaces: string[];
  /** Most gzip kilobytes (1000 bytes) of JavaScript before the page works. */
  limitKb: number;
}

export type Chunks = Map<string, Rolldown.OutputChunk>;

export const holds = (chunk: Rolldown.OutputChunk, suffix: string) => chunk.moduleIds.some((id) => id.endsWith(suffix));

/** The page itself; the worker beside it is an entry too. */
export const isPage = ({ isEntry, facadeModuleId }: Rolldown.OutputChunk): boolean =>
  isEntry && facadeModuleId?.endsWith('.html') === true;

/** Adds a chunk and all that it imports; `lazy` follows dynamic imports too, for a page that loads its own parts at once. */
export const collect = (chunks: Chunks, name: string, into: { seen: Set<string>; lazy: boolean }): void => {
  const chunk = chunks.get(name);
  if (!chunk || into.seen.has(name)) return;
  into.seen.add(name);
  for (const next of into.lazy ? [...chunk.imports, ...chunk.dynamicImports] : chunk.imports) collect(chunks, next, into);
};

const chunksOf = (chunks: Chunks, { pages, namespaces }: Budget): Set<string> => {
  const seen = new Set<string>();
  const all = [...chunks.values()];
  for (const { fileName } of all.filter(isPage)) collect(chunks, fileName, { seen, lazy: false });
  for (const ns of namespaces) {
    for (const { fileName } of all.filter((chunk) => holds(chunk, `/locales/zh-CN/${ns}.json`)))
      collect(chunks, fileName, { seen, lazy: false });
  }
  for (const page of pages) {
    for (const { fileName } of all.filter((chunk) => holds(chunk, page))) collect(chunks, fileName, { seen, lazy: true });
  }
  return seen;
};

export const chunksIn = (bundle: Rolldown.OutputBundle): Chunks =>
  new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));

/** Reports the first-load JavaScript of each route after a build, and fails the build that breaks a budget. */
export const firstLoad = (budgets: Budget[]): Plugin => ({
  name: 'first-load',
  apply: 'build',
  writeBundle(_options, bundle) {
    const chunks = chunksIn(bundle);
    for (const budget of budgets) {
      const names = chunksOf(chunks, budget);
      const kb = [...names].reduce((sum, name) => sum + gzipSync(chunks.get(name)!.code).length, 0) / 1000;
      const line = `first load of ${budget.route}: ${kb.toFixed(1)} kB gzip JS in ${names.size} files (limit ${budget.limitKb})`;
      if (kb > budget.limitKb) this.error(line);
      this.info(line);
    }
  },
});
