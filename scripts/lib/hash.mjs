import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { inRoot, root } from './paths.mjs';

const filesUnder = (path) => {
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesUnder(`${path}/${entry.name}`));
  } catch (error) {
    if (error.code !== 'ENOTDIR') throw error;
    return [path];
  }
};

/** A stamp file that remembers from which sources something was made: stale when one of them was changed, added or removed. */
export const stampOf = (stampFile, sources) => {
  const file = inRoot(stampFile);
  const digest = () => {
    const hash = createHash('sha256');
    for (const path of sources
      .map((source) => inRoot(source))
      .filter(existsSync)
      .flatMap(filesUnder)) {
      hash
        .update(`${relative(root, path)}\0`)
        .update(readFileSync(path))
        .update('\0');
    }
    return hash.digest('hex');
  };
  return {
    stale: () => !existsSync(file) || readFileSync(file, 'utf8') !== digest(),
    write() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, digest());
    },
  };
};
