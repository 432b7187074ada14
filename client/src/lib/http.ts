import { learnTime } from './clock.ts';
import { measured } from './link.ts';
import { noAnswer, refusedBy } from './refused.ts';
import { token } from './session.ts';

/** Long enough for a county line with 10 % loss, short enough that a doctor is told. */
const PATIENCE_MS = 20_000;

export interface Ask {
  method: string;
  /** With the leading `/api`. */
  path: string;
  /** JSON, or a file sent as it is. */
  body?: unknown;
  idempotencyKey?: string | undefined;
  /** Of a file that is asked for: what stands in no address. */
  input?: object;
  /** How long the whole answer may take; a large file takes longer than a page. */
  patienceMs?: number;
}

const headersOf = ({ body, idempotencyKey, input }: Ask): Headers => {
  const headers = new Headers({ accept: 'application/json' });
  const bearer = token();
  if (bearer) headers.set('authorization', `Bearer ${bearer}`);
  if (body !== undefined) headers.set('content-type', body instanceof Blob ? body.type : 'application/json');
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  if (input) headers.set('x-input', encodeURIComponent(JSON.stringify(input)));
  return headers;
};

const packed = (body: unknown): BodyInit | null => {
  if (body === undefined) return null;
  return body instanceof Blob ? body : JSON.stringify(body);
};

const answered = async (ask: Ask): Promise<Response> => {
  try {
    return await fetch(ask.path, {
      method: ask.method,
      headers: headersOf(ask),
      body: packed(ask.body),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(ask.patienceMs ?? PATIENCE_MS),
    });
  } catch (error) {
    measured(null);
    throw noAnswer(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'offline');
  }
};

/** One request and its good answer, body unread; throws `Refused` for every other ending. */
export const fetched = async (request: Ask): Promise<Response> => {
  const asked = Date.now();
  const reply = await answered(request);
  learnTime(reply.headers.get('date'), asked, Date.now());
  if (!reply.ok) throw refusedBy(await reply.json().catch(() => null), reply.status);
  return reply;
};

/** One request, answered with its JSON body. */
export const ask = async (request: Ask): Promise<unknown> => (await fetched(request)).json().catch(() => null);
