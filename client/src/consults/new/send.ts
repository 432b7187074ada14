import type { Consult } from '../../../../contract/consults.ts';
import { ask } from '../../lib/http.ts';
import { withToken } from '../../lib/refresh.ts';
import { Refused } from '../../lib/refused.ts';
import type { Request } from './form.ts';

const post = (body: unknown, idempotencyKey: string) =>
  withToken(() => ask({ method: 'POST', path: '/api/consults', body, idempotencyKey })) as Promise<Consult>;

const wasReused = (error: unknown): boolean =>
  error instanceof Refused && error.code === 'conflict' && error.reason === 'idempotencyKey.reused';

interface Sent {
  consult: Consult;
  /** An earlier, unanswered try had arrived after all: what was changed since has to follow. */
  earlier: boolean;
}

/** Asks for what an earlier try made, by the very text it carried. */
const recall = async (tried: readonly string[], key: string): Promise<Consult | undefined> => {
  for (const body of tried) {
    try {
      return await post(JSON.parse(body), key);
    } catch (error) {
      if (!wasReused(error)) throw error;
    }
  }
  return undefined;
};

/**
 * Sends under the draft's own key. When an unanswered try had arrived and the text has changed since, the server says
 * so; then the earlier text is asked for again, which answers with the request that exists. Never two rings for one case.
 */
export const send = async (request: Request, { key, tried }: { key: string; tried: readonly string[] }): Promise<Sent> => {
  try {
    return { consult: await post(request, key), earlier: false };
  } catch (error) {
    const consult = wasReused(error) ? await recall(tried, key) : undefined;
    if (!consult) throw error;
    return { consult, earlier: true };
  }
};
