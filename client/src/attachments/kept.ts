import type { AttachmentKind } from '../../../contract/attachments.ts';
import { dropDraft, keepDraft, readDraft } from '../lib/storage.ts';

/** A file that has not arrived as a whole, as it is kept on the device. */
export interface Unsent {
  id: string;
  file: Blob;
  name: string;
  kind: AttachmentKind;
  caption: string;
  /** Null until the server has been asked for a place. */
  uploadId: string | null;
  /** All bytes are there; only the checksum is owed. */
  arrived: boolean;
}
type Noted = Omit<Unsent, 'file'>;

const listName = (key: string) => `attachments.${key}`;
const fileName = (id: string) => `attachments.file.${id}`;

/** The file is written once; a device without room for it goes on without this net. */
export const keepFile = ({ id, file }: Unsent): Promise<unknown> => keepDraft(fileName(id), file).catch(() => undefined);
export const dropFile = (id: string): Promise<void> => dropDraft(fileName(id));

export const keepList = async (key: string, unsent: readonly Unsent[]): Promise<void> => {
  const noted = unsent.map(({ file: _, ...one }): Noted => one);
  await (noted.length === 0 ? dropDraft(listName(key)) : keepDraft(listName(key), noted));
};

/** After a reload; a file that the device could not keep is no longer known. */
export const readKept = async (key: string): Promise<Unsent[]> => {
  const noted = (await readDraft<Noted[]>(listName(key)))?.value ?? [];
  const files = await Promise.all(noted.map(({ id }) => readDraft<Blob>(fileName(id))));
  return noted.flatMap((one, at) => (files[at] ? [{ ...one, file: files[at].value }] : []));
};
