import type { Logger } from 'pino';
import type { events } from '../../contract/index.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Database } from '../db/client.ts';
import type { Actor } from './actor.ts';
import type { Audience, Feature, LiveSession } from './ctx.ts';
import type { Reactions } from './facts.ts';
import type { Alarms } from './jobs.ts';

export type Send = (to: Audience, event: keyof typeof events, payload: unknown) => void;

/** Everything `run` leans on; `app.ts` puts it together once. */
export interface House {
  db: Database;
  cipher: Cipher;
  log: Logger;
  now(): Date;
  features: Record<string, Feature>;
  reactions: Reactions;
  alarms: Alarms;
  send: Send;
}

/** Who asks, through which line, and what the request is called in the log. */
export interface Caller {
  actor: Actor;
  session: LiveSession | null;
  requestId: string;
  device: string;
  address: string;
  /** Why the access token was not taken; public actions go on without one. */
  denied?: Refusal;
  idempotencyKey?: string;
  /** What came up through the streams door; null where it only reads. */
  body?: Buffer<ArrayBuffer> | null;
  /** The deadline that fired; it is settled with the deed, and one already settled does nothing. */
  deadline?: { id: string; subjectId: string };
}
