import { createECDH, createPublicKey, type ECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import jwt from 'jsonwebtoken';
import type { PushMessage } from '../contract/push.ts';

interface Decrypt {
  decrypt(body: Buffer, keys: { version: 'aes128gcm'; privateKey: ECDH; authSecret: Buffer }): Buffer;
}
const { decrypt } = createRequire(import.meta.url)('http_ece') as Decrypt;

/** What came for one device, opened with its keys. */
interface Received {
  device: string;
  at: number;
  headers: IncomingHttpHeaders;
  message: PushMessage;
}

/** A browser's push service on this machine, with the devices it delivers to. */
export interface PushService {
  base: string;
  received: Received[];
  /** A browser that has subscribed: what it tells the house. */
  device(name: string): { endpoint: string; p256dh: string; auth: string };
  /** Answers everything for one device with this status from now on. */
  answer(name: string, status: number): void;
  close(): void;
}

const point = (ecdh: ECDH) => ecdh.getPublicKey().toString('base64url');

export const openPushService = async (): Promise<PushService> => {
  const devices = new Map<string, { privateKey: ECDH; authSecret: Buffer; status: number }>();
  const received: Received[] = [];
  const server: Server = createServer(async (request, reply) => {
    const name = request.url!.slice(1);
    const body = await buffer(request);
    const { status, ...keys } = devices.get(name)!;
    const message = JSON.parse(String(decrypt(body, { version: 'aes128gcm', ...keys }))) as PushMessage;
    received.push({ device: name, at: performance.now(), headers: request.headers, message });
    reply.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base,
    received,
    device(name) {
      const privateKey = createECDH('prime256v1');
      privateKey.generateKeys();
      const authSecret = randomBytes(16);
      devices.set(name, { privateKey, authSecret, status: 201 });
      return { endpoint: `${base}/${name}`, p256dh: point(privateKey), auth: authSecret.toString('base64url') };
    },
    answer(name, status) {
      devices.get(name)!.status = status;
    },
    close: () => void server.close(),
  };
};

/** The claims of a VAPID header, checked with the key that it names (RFC 8292). */
export const vapidOf = ({ authorization = '' }: IncomingHttpHeaders): { key: string; claims: jwt.JwtPayload } => {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
  const raw = Buffer.from(key, 'base64url');
  const [x, y] = [raw.subarray(1, 33), raw.subarray(33)].map((part) => part.toString('base64url')) as [string, string];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  return { key, claims: jwt.verify(token, publicKey, { algorithms: ['ES256'] }) as jwt.JwtPayload };
};
