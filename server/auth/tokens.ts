import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { refuse } from '../../contract/refusal.ts';

const ISSUER = 'shanhai';
const AUDIENCE = 'shanhai.api';
const LIFE_S = 600;

/** Whom an access token speaks for: a person, through one sign-in. */
export interface Claim {
  personId: string;
  familyId: string;
}

const Payload = z.object({ sub: z.uuid(), fam: z.uuid(), exp: z.number() });
const keys = new Map<string, KeyObject>();

/** jsonwebtoken tries a text as a public key first, which costs ten times as much as the signature: give it a key. */
const keyOf = (secret: string): KeyObject => {
  const key = keys.get(secret) ?? createSecretKey(secret, 'utf8');
  keys.set(secret, key);
  return key;
};

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Good for ten minutes. */
export const signAccess = ({ personId, familyId }: Claim, { secret, now }: { secret: string; now: Date }): string =>
  jwt.sign({ sub: personId, fam: familyId, iat: seconds(now), exp: seconds(now) + LIFE_S }, keyOf(secret), {
    algorithm: 'HS256',
    issuer: ISSUER,
    audience: AUDIENCE,
  });

/** Refuses `token.expired` or `token.invalid`; `expiresAt` in ms. */
export const readAccess = (token: string, { secret, now }: { secret: string; now: Date }): Claim & { expiresAt: number } => {
  try {
    const verified = jwt.verify(token, keyOf(secret), {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTimestamp: seconds(now),
    });
    const { sub, fam, exp } = Payload.parse(verified);
    return { personId: sub, familyId: fam, expiresAt: exp * 1000 };
  } catch (error) {
    if (error instanceof jwt.TokenExpiredError)
      return refuse('unauthenticated', 'token.expired', 'The session has expired; renew it');
    return refuse('unauthenticated', 'token.invalid', 'The access token is not valid; sign in');
  }
};

/** 256 random bits need no slow hash: nobody guesses them. */
export const hashRefresh = (token: string): Buffer<ArrayBuffer> => Buffer.from(createHash('sha256').update(token).digest());

export const newRefresh = (): string => randomBytes(32).toString('base64url');
