import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Small files that are what they say, and some that are not; random insides, since nobody looks there. */
const be16 = (...values: number[]) => Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 0xff])));
const be32 = (value: number) => Buffer.from(new Uint32Array([value]).buffer).swap32();

const chunk = (kind: string, insides: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind), insides]);
  return Buffer.concat([be32(insides.length), named, be32(crc32(named))]);
};

/** A PNG of 24-bit pixels; `insides` is its compressed data. */
export const pngWith = ({ width, height }: { width: number; height: number }, insides: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([be32(width), be32(height), Buffer.from([8, 2, 0, 0, 0])])),
    chunk('IDAT', insides),
    chunk('IEND', Buffer.alloc(0)),
  ]);
const pngOf = (width: number, height: number, bytes = 500): Buffer => pngWith({ width, height }, randomBytes(bytes));

/** With a thumbnail's end mark in its head, as cameras write it. */
const jpegOf = (width: number, height: number, insides = 3_000): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
    be16(8),
    Buffer.from('Exif'),
    Buffer.from([0xff, 0xd9]),
    Buffer.from([0xff, 0xc0]),
    be16(11),
    Buffer.from([8]),
    be16(height, width),
    Buffer.from([1, 1, 0x11, 0]),
    Buffer.from([0xff, 0xda]),
    be16(2),
    Buffer.alloc(insides, 0x5a),
    Buffer.from([0xff, 0xd9]),
  ]);

const webpOf = (width: number, height: number): Buffer => {
  const insides = Buffer.concat([
    Buffer.from('WEBPVP8X'),
    Buffer.from([10, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.alloc(6),
    Buffer.alloc(100),
  ]);
  insides.writeUIntLE(width - 1, 16, 3);
  insides.writeUIntLE(height - 1, 19, 3);
  const head = Buffer.from('RIFF0000');
  head.writeUInt32LE(insides.length, 4);
  return Buffer.concat([head, insides]);
};

const box = (kind: string, insides: Buffer): Buffer => Buffer.concat([be32(8 + insides.length), Buffer.from(kind), insides]);
/** The index comes last, as cameras write it. */
export const mp4Of = (bytes: number): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2avc1mp41')),
    box('mdat', randomBytes(bytes)),
    box('moov', randomBytes(200)),
  ]);

const dicomOf = (bytes: number): Buffer =>
  Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    Buffer.from([0x02, 0x00, 0x00, 0x00, 0x55, 0x4c, 0x04, 0x00, 20, 0, 0, 0]),
    randomBytes(20 + bytes),
  ]);

export const PDF = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F1 18 Tf 40 100 Td (DEMO report) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
%%EOF
`,
);

export const GOOD: Record<string, { mime: string; content: Buffer }> = {
  png: { mime: 'image/png', content: pngOf(640, 480) },
  jpeg: { mime: 'image/jpeg', content: jpegOf(640, 480) },
  webp: { mime: 'image/webp', content: webpOf(640, 480) },
  pdf: { mime: 'application/pdf', content: PDF },
  mp4: { mime: 'video/mp4', content: mp4Of(2_000) },
  dicom: { mime: 'application/dicom', content: dicomOf(2_000) },
};

const zip = (name: string) =>
  Buffer.concat([
    Buffer.from([
      0x50,
      0x4b,
      0x03,
      0x04,
      20,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      name.length,
      0,
      0,
      0,
    ]),
    Buffer.from(name),
    randomBytes(200),
  ]);

/** Each with the reason it is refused for. */
export const BAD: Record<string, { reason: string; content: Buffer }> = {
  'a program': { reason: 'attachment.type', content: Buffer.concat([Buffer.from('MZ'), randomBytes(5_000)]) },
  'a web page': { reason: 'attachment.type', content: Buffer.from('<!doctype html><script>alert(1)</script>') },
  'an SVG': { reason: 'attachment.type', content: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>') },
  'a zip': { reason: 'attachment.type', content: zip('a.txt') },
  'a Word file': { reason: 'attachment.type', content: zip('[Content_Types].xml') },
  'a text': { reason: 'attachment.type', content: Buffer.from('心电图') },
  'a GIF': { reason: 'attachment.type', content: Buffer.concat([Buffer.from('GIF89a'), randomBytes(500)]) },
  'a PNG of 60000 × 60000': { reason: 'attachment.pixels', content: pngOf(60_000, 60_000) },
  'a JPEG of 65000 × 65000': { reason: 'attachment.pixels', content: jpegOf(65_000, 65_000) },
  'a WebP of 16000 × 16000': { reason: 'attachment.pixels', content: webpOf(16_000, 16_000) },
  'a PNG without size': { reason: 'attachment.broken', content: pngOf(0, 480) },
  'half a PNG': { reason: 'attachment.broken', content: GOOD['png']!.content.subarray(0, 300) },
  'half a JPEG': { reason: 'attachment.broken', content: GOOD['jpeg']!.content.subarray(0, 1_500) },
  'half a WebP': { reason: 'attachment.broken', content: GOOD['webp']!.content.subarray(0, 60) },
  'half a PDF': { reason: 'attachment.broken', content: PDF.subarray(0, 300) },
  'half an MP4': { reason: 'attachment.broken', content: GOOD['mp4']!.content.subarray(0, 1_000) },
  'a DICOM head without its body': { reason: 'attachment.broken', content: dicomOf(2_000).subarray(0, 150) },
};

/** A picture of about this many bytes that a browser cannot show; for what only travels. */
export const largePng = (bytes: number): Buffer => pngOf(1_000, 1_000, bytes);
