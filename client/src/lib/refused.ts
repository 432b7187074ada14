import { type Code, type Fault, Refusal, STATUS } from '../../../contract/refusal.ts';

/** A refusal as the client holds it: what the server said, or `unavailable: offline | timeout` when it said nothing. */
export class Refused extends Refusal {
  /** For the help desk; absent when no server answered. */
  readonly requestId: string | null;

  constructor(fault: Fault) {
    super(fault.code, fault.reason, fault.message);
    this.name = 'Refused';
    this.requestId = fault.requestId ?? null;
  }
}

const isCode = (value: unknown): value is Code => typeof value === 'string' && Object.hasOwn(STATUS, value);

/** Reads an error body; a proxy's own page (no Fault in it) becomes `unavailable: gateway`. */
export const refusedBy = (body: unknown, status: number): Refused => {
  const fault = (body as { error?: Partial<Fault> } | null)?.error;
  if (fault && isCode(fault.code)) return new Refused({ reason: fault.code, message: '', ...fault } as Fault);
  return new Refused({ code: 'unavailable', reason: 'gateway', message: `HTTP ${status}` });
};

export const noAnswer = (reason: 'offline' | 'timeout'): Refused => new Refused({ code: 'unavailable', reason, message: reason });

/** Whether a new access token may help; a wrong code or password is `unauthenticated` too, and asking again would count twice. */
export const isTokenOver = (error: unknown): boolean =>
  error instanceof Refused && error.code === 'unauthenticated' && /^(token|session|person)\./.test(error.reason);

/** Whether the request may not have arrived, so that asking the same again is the right thing to do. */
export const isUnsettled = (error: unknown): boolean =>
  error instanceof Refused && error.code === 'unavailable' && ['offline', 'timeout', 'gateway'].includes(error.reason);

/** Not there and not yours are one thing to the reader, since existence is private. */
export const isClosed = (error: unknown): boolean =>
  error instanceof Refused && (error.code === 'notFound' || error.code === 'forbidden');

/** Somebody else was faster. */
export const isConflict = (error: unknown): boolean => error instanceof Refused && error.code === 'conflict';
