import type { AttachmentMime } from '../../../contract/attachments.ts';
import type { Reader } from './reader.ts';

/** What the head and the tail of a file say: whether it is all there, and how large its picture would be in memory. */
export interface Shape {
  whole: boolean;
  pixels: number;
}

const BROKEN: Shape = { whole: false, pixels: 0 };
/** Cameras write a little of their own behind the end mark. */
const TAIL = 65_536;

const endsWith = async ({ size, at }: Reader, mark: Buffer, from = 0): Promise<boolean> => {
  const start = Math.max(from, size - TAIL);
  return (await at(start, size - start)).includes(mark);
};

interface Size {
  width: number;
  height: number;
}

const picture = ({ width, height }: Size, ended: boolean): Shape => ({
  whole: width > 0 && height > 0 && ended,
  pixels: width * height,
});

const png = async (file: Reader): Promise<Shape> => {
  const head = await file.at(0, 24);
  if (head.length < 24) return BROKEN;
  return picture({ width: head.readUInt32BE(16), height: head.readUInt32BE(20) }, await endsWith(file, Buffer.from('IEND')));
};

/** Start-of-frame markers; C4, C8 and CC are something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** Walks the segments to the frame, past thumbnails, which have frames and ends of their own. */
const jpeg = async (file: Reader): Promise<Shape> => {
  for (let at = 2; at < file.size; ) {
    const segment = await file.at(at, 9);
    if (segment.length < 9 || segment[0] !== 0xff) return BROKEN;
    if (isFrame(segment[1]!)) {
      const size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
      return picture(size, await endsWith(file, END_OF_IMAGE, at));
    }
    at += 2 + segment.readUInt16BE(2);
  }
  return BROKEN;
};

const webpSize = (head: Buffer): Size => {
  const kind = head.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: 1 + head.readUIntLE(24, 3), height: 1 + head.readUIntLE(27, 3) };
  if (kind === 'VP8 ') return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
  const bits = head.readUInt32LE(21);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
};

const webp = async (file: Reader): Promise<Shape> => {
  const head = await file.at(0, 30);
  if (head.length < 30) return BROKEN;
  return picture(webpSize(head), file.size >= head.readUInt32LE(4) + 8);
};

const pdf = async (file: Reader): Promise<Shape> => ({ whole: await endsWith(file, Buffer.from('%%EOF')), pixels: 0 });

/** Length of the box at the beginning of `head`; 1: said in eight bytes, 0: to the end of the file. */
const boxLength = (head: Buffer, left: number): number => {
  const said = head.readUInt32BE(0);
  if (said === 1) return head.length < 16 ? 0 : Number(head.readBigUInt64BE(8));
  return said === 0 ? left : said;
};

/** Boxes from the first to the last byte, the index (`moov`) among them: without it nothing can be played. */
const mp4 = async (file: Reader): Promise<Shape> => {
  const kinds = new Set<string>();
  let at = 0;
  while (at < file.size) {
    const head = await file.at(at, 16);
    const length = head.length < 8 ? 0 : boxLength(head, file.size - at);
    if (length < 8) return BROKEN;
    kinds.add(head.toString('latin1', 4, 8));
    at += length;
  }
  return { whole: at === file.size && kinds.has('moov'), pixels: 0 };
};

const META_GROUP = Buffer.from([0x02, 0x00, 0x00, 0x00, 0x55, 0x4c, 0x04, 0x00]);

/** The meta group says its length (PS3.10 §7.1); a data set follows it. */
const dicom = async (file: Reader): Promise<Shape> => {
  const head = await file.at(132, 12);
  const starts = head.length === 12 && head.subarray(0, 8).equals(META_GROUP);
  return { whole: starts && file.size > 144 + head.readUInt32LE(8), pixels: 0 };
};

export const SHAPES: Record<AttachmentMime, (file: Reader) => Promise<Shape>> = {
  'image/jpeg': jpeg,
  'image/png': png,
  'image/webp': webp,
  'application/pdf': pdf,
  'video/mp4': mp4,
  'application/dicom': dicom,
};
