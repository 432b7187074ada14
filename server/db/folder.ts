import { accessSync, chmodSync, chownSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../config.ts';

/** PostgreSQL refuses to run as root: there it runs as nobody, who needs no useradd. Empty: as whoever we are. */
export const postgresUser: { uid?: number; gid?: number } = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const walkable = (dir: string): boolean => {
  const { mode, uid } = statSync(dir);
  const everyone = (mode & 0o001) !== 0;
  const own = uid === postgresUser.uid && (mode & 0o100) !== 0;
  return (everyone || own) && (dir === dirname(dir) || walkable(dirname(dir)));
};

/** Whether the user that PostgreSQL runs as can walk to this folder. */
export const reachable = (dir: string): boolean => postgresUser.uid === undefined || walkable(dir);

/** Hands a folder to the user that PostgreSQL runs as. */
export const giveToPostgres = (dir: string): void => {
  if (postgresUser.uid !== undefined && postgresUser.gid !== undefined) chownSync(dir, postgresUser.uid, postgresUser.gid);
};

/**
 * Makes DATA_DIR, private to its owner (root's lets the database's user through, not list).
 * @throws OperatorError when it cannot be made or written.
 */
export const prepareDataFolder = (dir: string): void => {
  try {
    mkdirSync(dir, { recursive: true, mode: postgresUser.uid === undefined ? 0o700 : 0o711 });
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    throw new OperatorError(
      `数据目录 ${dir} 不可写，请用 DATA_DIR 指定可写的目录 / the data folder ${dir} cannot be written (${why}): set DATA_DIR to a folder you may write.`,
    );
  }
  if (postgresUser.uid !== undefined && statSync(dir).uid === 0) chmodSync(dir, statSync(dir).mode | 0o011);
};
