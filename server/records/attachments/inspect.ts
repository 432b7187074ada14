import { fileTypeFromFile } from 'file-type';
import { AttachmentMime } from '../../../contract/attachments.ts';
import { refuse } from '../../../contract/refusal.ts';
import { reading } from './reader.ts';
import { SHAPES } from './shapes.ts';

/** 100 megapixels take 400 MB in a browser; a small file can claim far more (a decompression bomb). */
const MOST_PIXELS = 100_000_000;

/** What the file is by its content; refuses all that is not shown in a page. */
export const typeOf = async (path: string): Promise<AttachmentMime> => {
  const found = await fileTypeFromFile(path);
  const { data } = AttachmentMime.safeParse(found?.mime);
  return data ?? refuse('invalid', 'attachment.type', 'Only JPEG, PNG, WebP, PDF, MP4 and DICOM files can be sent');
};

/** The type of a file that is all there and safe to open, or the refusal that says what is wrong with it. */
export const inspect = async (path: string): Promise<AttachmentMime> => {
  const mime = await typeOf(path);
  const { whole, pixels } = await reading(path, SHAPES[mime]);
  if (!whole) refuse('invalid', 'attachment.broken', 'The file is cut off or damaged; export it again and send that');
  if (pixels > MOST_PIXELS) refuse('invalid', 'attachment.pixels', 'The picture has more than 100 megapixels; make it smaller');
  return mime;
};
