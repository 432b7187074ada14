import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { type Chunks, chunksIn, collect, holds, isPage } from './sizes.ts';

/** What opens without a link: pages with all that they may load, their texts in both languages. */
interface Shell {
  pages: string[];
  namespaces: string[];
  /** Most gzip kilobytes (1000 bytes) fetched once per build beside the page in use. */
  limitKb: number;
}

const WORKER = 'sw.js';

const chunksOf = (chunks: Chunks, { pages, namespaces }: Shell): Rolldown.OutputChunk[] => {
  const seen = new Set<string>();
  const all = [...chunks.values()];
  const texts = namespaces.flatMap((ns) => [`/locales/zh-CN/${ns}.json`, `/locales/en/${ns}.json`]);
  const add = (chunk: Rolldown.OutputChunk, lazy: boolean) => collect(chunks, chunk.fileName, { seen, lazy });
  for (const chunk of all) {
    if (isPage(chunk)) add(chunk, false);
    if (texts.some((text) => holds(chunk, text))) add(chunk, false);
    if (pages.some((page) => holds(chunk, page))) add(chunk, true);
  }
  return [...seen].map((name) => chunks.get(name)!);
};

const stylesOf = ({ viteMetadata }: Rolldown.OutputChunk): string[] => [
  ...(viteMetadata?.importedCss ?? []),
  ...(viteMetadata?.importedAssets ?? []),
];

const sizeOf = (bundle: Rolldown.OutputBundle, name: string): number => {
  const file = bundle[name];
  return file ? gzipSync(file.type === 'chunk' ? file.code : file.source).length / 1000 : 0;
};

/** Builds the service worker as one classic file at the root (Firefox 115 knows no modules there) and tells it its files. */
export const offlineShell = (shell: Shell): Plugin => ({
  name: 'offline-shell',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: resolve(import.meta.dirname, 'src/worker/worker.ts'), fileName: WORKER });
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunks = chunksOf(chunksIn(bundle), shell);
      const names = [...new Set(chunks.flatMap((chunk) => [chunk.fileName, ...stylesOf(chunk)]))].sort();
      const files = [...names.map((name) => `/${name}`), '/logo.svg'];
      const page = readFileSync(resolve(import.meta.dirname, 'index.html'));
      const worker = bundle[WORKER] as Rolldown.OutputChunk;
      const version = createHash('sha256').update(files.join()).update(page).update(worker.code).digest('hex').slice(0, 12);
      worker.code = `const SHELL=${JSON.stringify({ version, files })};\n${worker.code}`;
      const kb = names.reduce((sum, name) => sum + sizeOf(bundle, name), 0);
      const line = `kept for a rescue without a link: ${kb.toFixed(1)} kB gzip in ${files.length} files (limit ${shell.limitKb})`;
      if (kb > shell.limitKb) this.error(line);
      this.info(line);
    },
  },
});
