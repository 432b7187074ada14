import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { open, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '../../db/client.ts';

/** The folder of attachments: each lies under its id, readable by the server alone, from its first byte to the end of its days. */
export interface Files {
  folder: string;
  pathOf(id: string): string;
  /** Makes the empty file; one that is there stays as it is. */
  make(id: string): Promise<void>;
  /** Bytes that have arrived; null when there is no such file. */
  sizeOf(id: string): Promise<number | null>;
  /** SHA-256, hex, of what is on the disk now and stays there if the machine loses its power. */
  seal(id: string): Promise<string>;
  remove(id: string): Promise<void>;
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

const sync = async (path: string): Promise<void> => {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
};

export const openFiles = (folder: string): Files => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (id: string): string => join(folder, id);
  return {
    folder,
    pathOf,
    make: (id) => writeFile(pathOf(id), '', { flag: 'a', mode: 0o600 }),
    sizeOf: (id) =>
      stat(pathOf(id)).then(
        ({ size }) => size,
        () => null,
      ),
    async seal(id) {
      await sync(pathOf(id));
      return hashOf(pathOf(id));
    },
    remove: (id) => rm(pathOf(id), { force: true }),
  };
};

/** Lets go of an unfinished upload. The row goes first, so that one finished at the same moment keeps its file. */
export const discard = async ({ db, files }: { db: Tx; files: Files }, id: string): Promise<'discarded' | 'kept' | 'gone'> => {
  const { count } = await db.attachment.deleteMany({ where: { id, keptAt: null } });
  if (count === 0) return (await db.attachment.count({ where: { id } })) > 0 ? 'kept' : 'gone';
  await files.remove(id);
  return 'discarded';
};
