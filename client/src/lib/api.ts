import type { z } from 'zod';
import type { Action, Actions, Http } from '../../../contract/kit.ts';
import { ask } from './http.ts';
import { withToken } from './refresh.ts';
import { isUnsettled } from './refused.ts';

type Args<I> = Record<never, never> extends I ? [input?: I] : [input: I];

interface Query<O> {
  queryKey: readonly unknown[];
  queryFn: () => Promise<O>;
}

type Call<I, O, H> = ((...args: Args<I>) => Promise<O>) &
  (H extends `GET ${string}` ? { query: (...args: Args<I>) => Query<O> } : unknown);

type HttpVerbs<A extends Actions> = { [V in keyof A]: A[V] extends { http: Http } ? V : never }[keyof A];

export type Client<A extends Actions> = {
  [V in HttpVerbs<A>]: A[V] extends { http: infer H; input: infer I extends z.ZodType; output: infer O extends z.ZodType }
    ? Call<z.input<I>, z.output<O>, H>
    : never;
};

type Input = Record<string, unknown>;

/** `GET /consults/:id` with its input → path and what is left over for query or body. */
const fill = (template: string, input: Input): { path: string; rest: Input } => {
  const rest = { ...input };
  const path = template.replace(/:(\w+)/g, (_, key: string) => {
    const value = String(rest[key]);
    delete rest[key];
    return encodeURIComponent(value);
  });
  return { path: `/api${path}`, rest };
};

const search = (input: Input): string => {
  const pairs = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
};

/** The keys of writes that nobody has answered: asking the same again is the same intent, so it carries the same key. */
const intents = new Map<string, string>();

const written = async (intent: string, send: (key: string) => Promise<unknown>): Promise<unknown> => {
  const key = intents.get(intent) ?? crypto.randomUUID();
  intents.set(intent, key);
  try {
    const answer = await send(key);
    intents.delete(intent);
    return answer;
  } catch (error) {
    if (!isUnsettled(error)) intents.delete(intent);
    throw error;
  }
};

const caller = (name: string, action: Action & { http: Http }) => {
  const [method, template] = action.http.split(' ') as [string, string];
  const guarded = action.who === 'public' ? (send: () => Promise<unknown>) => send() : withToken;
  const call = (input: Input = {}): Promise<unknown> => {
    const { path, rest } = fill(template, input);
    if (method === 'GET') return guarded(() => ask({ method, path: path + search(rest) }));
    return written(name + JSON.stringify(input), (idempotencyKey) =>
      guarded(() => ask({ method, path, body: rest, idempotencyKey })),
    );
  };
  const query = (input: Input = {}): Query<unknown> => ({ queryKey: [...name.split('.'), input], queryFn: () => call(input) });
  return Object.assign(call, { query });
};

/**
 * A feature's contract turned inside out: one typed function per HTTP action, throwing `Refused`.
 * A read has `.query(input)` too, for `useQuery`; its key begins with feature and verb: `['consults', 'read', { id }]`.
 */
export const client = <A extends Actions>(table: A, feature: string): Client<A> =>
  Object.fromEntries(
    Object.entries(table).flatMap(([verb, action]) => ('http' in action ? [[verb, caller(`${feature}.${verb}`, action)]] : [])),
  ) as unknown as Client<A>;
