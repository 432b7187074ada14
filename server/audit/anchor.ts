import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Head } from './chain.ts';

/** The chain's head kept outside the database, signed, so that rows cut off its end, or a chain made anew, are noticed. */
export interface Anchor {
  /** Null before the first row was sealed; `forged` when the file is there and the signature does not fit. */
  read(): Promise<Head | 'forged' | null>;
  write(head: Head): Promise<void>;
}

const File = z.object({ seq: z.coerce.bigint(), hash: z.string().length(64), signature: z.string() });

const sign = (key: Uint8Array, { seq, hash }: Head): string => createHmac('sha256', key).update(`${seq} ${hash}`).digest('hex');

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const readText = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

const parse = (text: string): z.output<typeof File> | null => {
  try {
    return File.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

export const openAnchor = (path: string, key: Uint8Array): Anchor => ({
  async read() {
    const text = await readText(path);
    if (text === null) return null;
    const file = parse(text);
    return file && same(file.signature, sign(key, file)) ? { seq: file.seq, hash: file.hash } : 'forged';
  },
  async write(head) {
    const whole = JSON.stringify({ seq: String(head.seq), hash: head.hash, signature: sign(key, head) });
    await writeFile(`${path}.next`, `${whole}\n`, { mode: 0o600 });
    await rename(`${path}.next`, path);
  },
});
