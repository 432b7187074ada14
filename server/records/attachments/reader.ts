import { open } from 'node:fs/promises';

/** A file read in places, never as a whole. */
export interface Reader {
  size: number;
  /** Fewer bytes where the file ends earlier. */
  at(position: number, length: number): Promise<Buffer>;
}

export const reading = async <T>(path: string, look: (file: Reader) => Promise<T>): Promise<T> => {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return await look({
      size,
      async at(position, length) {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
};
