import type { z } from 'zod';
import { contract } from '../contract/index.ts';
import type { Action, Actions, Http } from '../contract/kit.ts';
import { type Fault, Refusal } from '../contract/refusal.ts';

type HttpVerbs<A extends Actions> = { [V in keyof A]: A[V] extends { http: Http } ? V : never }[keyof A];
type Args<I> = Record<never, never> extends I ? [input?: I, options?: Options] : [input: I, options?: Options];
type Call<A> = A extends { input: infer I extends z.ZodType; output: infer O extends z.ZodType }
  ? (...args: Args<z.input<I>>) => Promise<z.output<O>>
  : never;

/** `api.consults.read({ id })`: every http action of the house; a refusal is thrown as `Refusal`. */
export type Api = { [F in keyof typeof contract]: { [V in HttpVerbs<(typeof contract)[F]>]: Call<(typeof contract)[F][V]> } };

interface Options {
  idempotencyKey?: string;
}
type Input = Record<string, unknown>;

const fill = (template: string, input: Input): { path: string; rest: Input } => {
  const rest = { ...input };
  const path = template.replace(/:(\w+)/g, (_, key: string) => {
    const value = String(rest[key]);
    delete rest[key];
    return encodeURIComponent(value);
  });
  return { path: `/api${path}`, rest };
};

/** Method and address of an action with its input, the rest of which goes into query or body. */
export const requestOf = (http: Http, input: Input): { method: string; path: string; body: string | null } => {
  const [method, template] = http.split(' ') as [string, string];
  const { path, rest } = fill(template, input);
  if (method !== 'GET') return { method, path, body: JSON.stringify(rest) };
  const pairs = Object.entries(rest).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]));
  return { method, path: pairs.length > 0 ? `${path}?${query}` : path, body: null };
};

export const refusalOf = ({ code, reason, message }: Fault): Refusal => new Refusal(code, reason, message);

const caller = (base: string, token: () => Promise<string | null>, { http }: { http: Http }) => {
  return async (input: Input = {}, { idempotencyKey }: Options = {}): Promise<unknown> => {
    const { method, path, body } = requestOf(http, input);
    const bearer = await token();
    const headers = new Headers({ 'content-type': 'application/json' });
    if (bearer) headers.set('authorization', `Bearer ${bearer}`);
    if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
    const reply = await fetch(base + path, { method, headers, body });
    const json = (await reply.json()) as { error?: Fault };
    if (json.error) throw refusalOf(json.error);
    return json;
  };
};

/** The contract as a Node client; `token` null asks as nobody. */
export const connectApi = (base: string, token: () => Promise<string | null>): Api =>
  Object.fromEntries(
    Object.entries(contract).map(([feature, table]) => [
      feature,
      Object.fromEntries(
        Object.entries<Action>(table).flatMap(([verb, action]) =>
          'http' in action ? [[verb, caller(base, token, action)]] : [],
        ),
      ),
    ]),
  ) as unknown as Api;
