import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(import.meta.url), '../../..');
export const inRoot = (...parts) => resolve(root, ...parts);

const writable = (dir) => {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where what is fetched or built once per machine is kept: the user's cache, or the checkout's where there is no home. */
export const cacheDir = () => {
  const home = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'shanhai');
  return writable(home) ? home : inRoot('.cache');
};
