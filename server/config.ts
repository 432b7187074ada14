import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import type { PushSettings } from './paging/push/index.ts';
import type { PagingWebhook } from './paging/webhook.ts';

/** Something the person who starts the server can mend; the message is one sentence that says how, shown without a stack. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

export interface Tls {
  cert: Buffer;
  key: Buffer;
}

export interface Config {
  host: string;
  port: number;
  /** Absolute; holds the keys, the uploads and the embedded database. */
  dataDir: string;
  /** `null`: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  /** `null`: one server process, Socket.IO keeps its rooms in memory. */
  redisUrl: string | null;
  /** `null`: the secret of the key file. */
  jwtSecret: string | null;
  /**
   * First port; media worker n listens on `port + n`, UDP and TCP; `fixed` when it was asked for. `announcedAddress` is what
   * browsers are told to send to.
   */
  media: { port: number; fixed: boolean; listenIp: string; announcedAddress: string | null };
  tls: Tls | null;
  /** Addresses whose `X-Forwarded-For` is believed: names of Express (`loopback`, `uniquelocal`) or subnets, comma-separated. */
  trustProxy: string;
  seed: 'demo' | 'none';
  /** `null`: nobody is telephoned by the house itself. */
  pagingWebhook: PagingWebhook | null;
  /** `null`: no ring alerts by the browsers' push services. */
  push: PushSettings | null;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

type Env = Readonly<Record<string, string | undefined>>;

const port = z.coerce.number({ error: 'must be a port number' }).int('must be a port number').min(0).max(65_535);
const url = (...schemes: string[]) =>
  z.string().refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)) && URL.canParse(text), {
    error: `must look like ${schemes[0]}://user:password@host/name (special characters percent-encoded)`,
  });

const USUAL_MEDIA_PORT = 40_000;

const Variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: url('postgresql', 'postgres').optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  JWT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  MEDIA_PORT: port.optional(),
  MEDIA_ANNOUNCED_ADDRESS: z.string().optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TRUST_PROXY: z.string().default('loopback'),
  SEED: z.enum(['demo', 'none'], 'must be demo or none').optional(),
  PAGING_WEBHOOK: url('http', 'https').optional(),
  PAGING_WEBHOOK_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^[\w-]{87}$/, 'must be a key that npm run push:keys has printed')
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, 'must be a key that npm run push:keys has printed')
    .optional(),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/, 'must be mailto: and an address, or https://')
    .optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'must be trace, debug, info, warn, error or silent')
    .default('info'),
});
type Variables = z.output<typeof Variables>;

/** A variable set to nothing (compose files do that) counts as unset. */
const present = (env: Env) => Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

const parse = (env: Env): Variables => {
  const parsed = Variables.safeParse(present(env));
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new OperatorError(`环境变量 ${String(path[0])} 不正确 / ${String(path[0])} ${message}.`);
};

const checkout = resolve(import.meta.dirname, '..');

/**
 * Beside the sources for a user. For root under /var/lib, because PostgreSQL runs as another user and could not reach a
 * checkout below a private home; the hash keeps two checkouts apart.
 */
const defaultDataDir = (isRoot: boolean): string => {
  if (!isRoot) return join(checkout, 'data');
  const hash = createHash('sha256').update(checkout).digest('hex').slice(0, 8);
  return join('/var/lib/shanhai', `${basename(checkout)}-${hash}`);
};

const readTls = ({ TLS_CERT, TLS_KEY }: Variables): Tls | null => {
  if (!TLS_CERT && !TLS_KEY) return null;
  if (!TLS_CERT || !TLS_KEY) {
    throw new OperatorError('TLS_CERT 与 TLS_KEY 必须同时设置 / set both TLS_CERT and TLS_KEY, or neither.');
  }
  return { cert: readPem('TLS_CERT', TLS_CERT), key: readPem('TLS_KEY', TLS_KEY) };
};

const readWebhook = ({ PAGING_WEBHOOK: url, PAGING_WEBHOOK_SECRET: secret }: Variables): PagingWebhook | null => {
  if (!url) return null;
  if (!secret)
    throw new OperatorError(
      '设置 PAGING_WEBHOOK 时必须设置 PAGING_WEBHOOK_SECRET / set PAGING_WEBHOOK_SECRET with PAGING_WEBHOOK.',
    );
  return { url, secret };
};

const readPush = (read: Variables): PushSettings | null => {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = read;
  if (publicKey && privateKey && subject) return { publicKey, privateKey, subject };
  if (!publicKey && !privateKey && !subject) return null;
  throw new OperatorError(
    'VAPID_PUBLIC_KEY、VAPID_PRIVATE_KEY、VAPID_SUBJECT 必须同时设置，用 npm run push:keys 生成 / set all three as npm run push:keys prints them, or none.',
  );
};

const readPem = (name: string, file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    throw new OperatorError(`${name} 指向的文件无法读取 / the file that ${name} names cannot be read (${why}): ${file}`);
  }
};

const isWildcard = (host: string) => host === '0.0.0.0' || host === '::';

/** Browsers cannot send to a wildcard address: unless told otherwise, name the first address other machines can reach. */
const firstOutsideAddress = (): string | null =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;

const readMedia = ({ HOST, MEDIA_PORT, MEDIA_ANNOUNCED_ADDRESS }: Variables): Config['media'] => ({
  port: MEDIA_PORT ?? USUAL_MEDIA_PORT,
  fixed: MEDIA_PORT !== undefined,
  listenIp: HOST === 'localhost' ? '127.0.0.1' : HOST,
  announcedAddress: MEDIA_ANNOUNCED_ADDRESS ?? (isWildcard(HOST) ? firstOutsideAddress() : null),
});

/** @throws OperatorError naming the variable that is wrong; values are never repeated, they may be secrets. */
export const readConfig = (env: Env): Config => {
  const read = parse(env);
  return {
    host: read.HOST,
    port: read.PORT,
    dataDir: resolve(read.DATA_DIR ?? defaultDataDir(process.getuid?.() === 0)),
    databaseUrl: read.DATABASE_URL ?? null,
    redisUrl: read.REDIS_URL ?? null,
    jwtSecret: read.JWT_SECRET ?? null,
    media: readMedia(read),
    tls: readTls(read),
    trustProxy: read.TRUST_PROXY,
    seed: read.SEED ?? (read.DATABASE_URL ? 'none' : 'demo'),
    pagingWebhook: readWebhook(read),
    push: readPush(read),
    logLevel: read.LOG_LEVEL,
  };
};
