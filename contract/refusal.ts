/** Every way the server may say no, and the HTTP status each one maps to. */
export const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type Code = keyof typeof STATUS;

/** What travels by every door: `code` for machines, `reason` for translations, `message` for people, `requestId` for the help desk. */
export interface Fault {
  code: Code;
  reason: string;
  message: string;
  requestId?: string;
}

/**
 * The name under which a line's first question, `[action, input]`, travels in the handshake's `auth`, and of the event
 * that brings its `Ack`.
 */
export const FIRST = 'first';

export type Ack<T> = { ok: true; data: T } | { ok: false; error: Fault };

/** Thrown on purpose: it reaches the caller as it is, whereas any other error becomes `internal`. */
export class Refusal extends Error {
  readonly code: Code;
  readonly reason: string;

  constructor(code: Code, reason: string, message: string = reason) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.reason = reason;
  }
}

/** `reason` is a key of the catalogue (`errors.<reason>`): never patient text, never an id. */
export const refuse = (code: Code, reason: string, message?: string): never => {
  throw new Refusal(code, reason, message);
};
