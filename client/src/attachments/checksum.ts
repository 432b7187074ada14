import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Small enough that the page stays alive between two slices on a slow phone. */
const SLICE_BYTES = 1_000_000;

/** SHA-256, hex, of a file of any size, a slice in memory at a time; `crypto.subtle` would want the whole. */
export const sha256Of = async (file: Blob): Promise<string> => {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    hash.update(new Uint8Array(await file.slice(at, at + SLICE_BYTES).arrayBuffer()));
  }
  return bytesToHex(hash.digest());
};
