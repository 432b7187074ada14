import type { z } from 'zod';
import type { EventName, FromServer } from '../../contract/index.ts';
import type { Actions } from '../../contract/kit.ts';
import type { Tx } from '../db/client.ts';
import type { Actor } from './actor.ts';
import type { Facts } from './facts.ts';

/** Whom an event is for: one person, the lines of one sign-in, the coordinators of a hospital, or everybody of a department. */
export type Audience = `person:${string}` | `session:${string}` | `desk:${string}` | `department:${string}`;
export type Payload<E extends EventName> = Parameters<FromServer[E]>[0];

/** A deadline to be kept: `action` is a job action, run as the clock when `dueAt` comes. */
export interface Alarm {
  action: string;
  subjectId: string;
  dueAt: Date;
  input: Record<string, unknown>;
}

/** All that a handler may touch; writes live or die with its transaction. */
export interface Ctx {
  actor: Actor;
  db: Tx;
  now: Date;
  requestId: string;
  /** A description of the caller's device for the sessions list, from the user agent. */
  device: string;
  /** Sent after commit. */
  tell<E extends EventName>(to: Audience, event: E, payload: Payload<E>): void;
  /** Where the request came from, for lockouts. */
  address: string;
  /** What was streamed up; empty for everything that is not an upload. */
  body: Buffer<ArrayBuffer>;
  /** Names the records that this request read or changed, for its audit row, and whose they are, so that those hospitals' auditors find it too. */
  saw(kind: string, ids: readonly string[], hospitalIds?: readonly string[]): void;
  /** Runs when the request is over, after the commit or after a refusal has rolled it back. */
  lastly(effect: () => Promise<void> | void): void;
  happened<F extends keyof Facts>(fact: F, payload: Facts[F]): Promise<void>;
  alarm(alarm: Alarm): Promise<void>;
  /** Settles the open deadlines of a subject (all, or of the given actions), so that they never fire. */
  settle(subjectId: string, actions?: readonly string[]): Promise<void>;
  /** Runs another action for the same caller through its own door check, transaction and record; also after this one is over. */
  act(name: string, input: unknown): Promise<unknown>;
}

/** One open socket: what a live action may hold on to, and let go when the line drops. */
export interface LiveSession {
  id: string;
  personId: string;
  send<E extends EventName>(event: E, payload: Payload<E>): void;
  /** Called once, at once when the line is closed already; `cut`: by the server (signed out, deactivated), not by the network. */
  onClose(undo: (cut: boolean) => void): void;
  /** Goes on with a fresh access token of the same person, so that a long call never loses its line. */
  renew(token: string, familyId: string): void;
}

/** Live actions also get the connection. */
export interface LiveCtx extends Ctx {
  session: LiveSession;
}

export type Handlers<A extends Actions> = {
  [K in keyof A]: (
    ctx: A[K] extends { live: string } ? LiveCtx : Ctx,
    input: z.output<A[K]['input']>,
  ) => Promise<z.input<A[K]['output']>>;
};

/** A feature is its contract and the functions that keep it. */
export interface Feature {
  actions: Actions;
  handlers: Record<string, (ctx: LiveCtx, input: never) => Promise<unknown>>;
}

export const keep = <A extends Actions>(actions: A, handlers: Handlers<A>): Feature => ({
  actions,
  handlers: handlers as unknown as Feature['handlers'],
});
