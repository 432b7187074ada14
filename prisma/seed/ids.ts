import { createHash } from 'node:crypto';

/** A UUID (version 8) made from names, so that seeding twice finds what the first run left. */
export const idOf = (...parts: readonly (string | number)[]): string => {
  const bytes = createHash('sha256')
    .update(`shanhai-demo\0${parts.join('\0')}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
