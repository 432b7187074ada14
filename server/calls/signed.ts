import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { Source } from '../../contract/calls.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Grant } from '../media/grant.ts';

const AUDIENCE = 'shanhai.media';
const ISSUER = 'shanhai.calls';
/** It is shown to the media within the same join. */
const LIFE_S = 60;

const Signed = z.object({
  room: z.string(),
  seat: z.string(),
  sources: z.array(z.object({ name: Source, kind: z.enum(['audio', 'video']), maxKbps: z.number() })),
  publish: z.boolean(),
  listen: z.boolean(),
});

export const signGrant = (secret: string, grant: Grant): string =>
  jwt.sign({ ...grant }, secret, { algorithm: 'HS256', audience: AUDIENCE, issuer: ISSUER, expiresIn: LIFE_S });

/** Refuses `forbidden` what `signGrant` did not sign within the last minute. */
export const readGrant = (secret: string, token: string): Grant => {
  try {
    return Signed.parse(jwt.verify(token, secret, { algorithms: ['HS256'], audience: AUDIENCE, issuer: ISSUER }));
  } catch {
    return refuse('forbidden', 'call.grant', 'The permission for this room is not valid; join again');
  }
};
