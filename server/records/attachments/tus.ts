import { FileStore } from '@tus/file-store';
import { ERRORS, type KvStore, Server, Upload } from '@tus/server';
import type { Request, Response } from 'express';
import { STATUS } from '../../../contract/refusal.ts';
import type { Tx } from '../../db/client.ts';
import { discard, type Files } from './files.ts';

const never = () => Promise.reject(new Error('an upload begins and ends with its row'));

/** What the engine knows of an upload is its row, so nothing a person wrote lies in a file beside the bytes. */
const rows = (db: Tx): KvStore => ({
  async get(id) {
    const row = await db.attachment.findUnique({ where: { id, keptAt: null } });
    return row ? new Upload({ id, size: row.bytes, offset: 0, creation_date: row.beganAt.toISOString() }) : undefined;
  },
  set: never,
  delete: never,
});

class Store extends FileStore {
  readonly #of: { db: Tx; files: Files };

  constructor(of: { db: Tx; files: Files }) {
    super({ directory: of.files.folder, configstore: rows(of.db) });
    this.#of = of;
  }

  override async remove(id: string): Promise<void> {
    if ((await discard(this.#of, id)) !== 'discarded') throw ERRORS.FILE_NOT_FOUND;
  }
}

const FAULTS: Record<number, { code: keyof typeof STATUS; reason: string; message: string }> = {
  404: { code: 'notFound', reason: 'attachment.upload', message: 'There is no such upload of yours; begin again' },
  409: { code: 'conflict', reason: 'attachment.offset', message: 'Ask with HEAD how much has arrived, and go on from there' },
  413: { code: 'tooLarge', reason: 'attachment.overrun', message: 'More bytes than were claimed' },
  500: { code: 'unavailable', reason: 'attachment.write', message: 'The file could not be written; try again' },
};
const OTHER = { code: 'invalid', reason: 'stream.brokenOff', message: 'The upload broke off; go on with it' } as const;

/** In the words of the house, as far as tus leaves a choice. */
const inOurWords = (_req: unknown, error: Error | { status_code: number }) => {
  const status = 'status_code' in error ? error.status_code : 500;
  const fault = FAULTS[status === 410 ? 404 : status] ?? OTHER;
  return { status_code: STATUS[fault.code], body: JSON.stringify({ error: fault }) };
};

/** Takes the bytes of a piece whose sender has been admitted; what has arrived when a line breaks is kept. */
export const tusDoor = (of: { db: Tx; files: Files }): ((req: Request, res: Response) => Promise<void>) => {
  const engine = new Server({
    path: '/api/attachments/uploads',
    datastore: new Store(of),
    // Same origin only.
    allowedOrigins: () => false,
    onResponseError: inOurWords,
  });
  return async (req, res) => void (await engine.handle(req, res));
};
