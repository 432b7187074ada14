import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Config, OperatorError } from '../config.ts';

/** Secrets that live outside the database. Losing `field` loses every encrypted name, number and phone. */
export interface Keys {
  /** AES-256 key of the encrypted columns. */
  field: Buffer;
  /** HMAC key of the blind indexes. */
  index: Buffer;
  jwt: string;
  /** HMAC key of the anchor file of the audit chain's head. */
  audit: Buffer;
}

const secret = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes');
const KeyFile = z.object({ fieldKey: secret, indexKey: secret, auditKey: secret, jwtSecret: z.string().min(32).optional() });
type KeyFile = z.infer<typeof KeyFile>;

const fresh = (withJwt: boolean): KeyFile => {
  const random = () => randomBytes(32).toString('base64');
  return { fieldKey: random(), indexKey: random(), auditKey: random(), ...(withJwt && { jwtSecret: random() }) };
};

/** Appears whole or not at all, and never replaces the file another server has just made. */
const create = (file: string, keys: KeyFile): void => {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(half, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(half);
  }
};

const read = (file: string): KeyFile => {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new OperatorError(
      `密钥文件 ${file} 损坏或不可读，请从备份恢复 / the key file ${file} is damaged or unreadable: restore it.`,
    );
  }
};

/**
 * Reads DATA_DIR/keys.json (made on the first start, mode 0600); JWT_SECRET wins over the file's.
 * @throws OperatorError when it is damaged, or gone while the data it opens is there.
 */
export const loadKeys = ({ dataDir, jwtSecret }: Pick<Config, 'dataDir' | 'jwtSecret'>): Keys => {
  const file = join(dataDir, 'keys.json');
  if (!existsSync(file)) {
    if (existsSync(join(dataDir, 'pg'))) {
      throw new OperatorError(
        `缺少密钥文件 ${file}，请从备份恢复 / ${file} is gone and the data cannot be read without it: restore it.`,
      );
    }
    create(file, fresh(jwtSecret === null));
  }
  const keys = read(file);
  const jwt = jwtSecret ?? keys.jwtSecret;
  if (!jwt) throw new OperatorError(`请设置 JWT_SECRET / set JWT_SECRET: ${file} was made without one.`);
  const bytes = (text: string) => Buffer.from(text, 'base64');
  return { field: bytes(keys.fieldKey), index: bytes(keys.indexKey), audit: bytes(keys.auditKey), jwt };
};
