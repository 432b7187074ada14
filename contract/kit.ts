import { z } from 'zod';
import { type Ack, refuse } from './refusal.ts';

export const Role = z.enum(['doctor', 'specialist', 'coordinator', 'admin', 'auditor']);
export type Role = z.infer<typeof Role>;

export type Http = `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`;

/**
 * The door an action is asked through.
 * `http`: GET reads, others write; the socket answers it too. `live`: needs an open socket; `stored` runs in a
 * transaction with its audit row, `passing` (media signalling, several a second) touches no row. `job`: only the clock.
 * `stream`: bytes over HTTP, up or down; the second kind of door, with the same permission, record and refusals. A stream
 * of `PATCH` is a large file in pieces (tus 1.0), and answers HEAD and DELETE at the same address.
 */
export type Door = { http: Http } | { live: 'stored' | 'passing' } | { job: true } | Stream;
export type Stream = { stream: `${'GET' | 'PATCH'} /${string}` } | { stream: `PUT /${string}`; maxBytes: number };

/** Who may ask: nobody in particular, anyone signed in, or the holders of a role in some hospital. */
export type Who = 'public' | 'signedIn' | 'clock' | readonly Role[];

/** One thing a caller may ask. The output schema is the privacy filter: nothing leaves that it does not name. */
export type Action<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Door & {
  who: Who;
  input: I;
  output: O;
  /** Seconds until the transaction is given up; 15 unless said. */
  patience?: number;
};

export type Actions = Record<string, Action>;
export type Contract = Record<string, Actions>;

export const actions = <const A extends Actions>(table: A): A => table;

/** `consults.accept`, the name of an action on the socket and in the audit log. */
export type Names<C extends Contract> = {
  [F in keyof C & string]: `${F}.${keyof C[F] & string}`;
}[keyof C & string];

type Find<C extends Contract, N> = N extends `${infer F}.${infer K}`
  ? F extends keyof C
    ? K extends keyof C[F]
      ? C[F][K]
      : never
    : never
  : never;

export type ClientToServer<C extends Contract> = {
  [N in Names<C>]: Find<C, N> extends Action<infer I, infer O>
    ? (input: z.input<I>, ack: (reply: Ack<z.output<O>>) => void) => void
    : never;
};

export type ServerToClient<E extends Record<string, z.ZodType>> = {
  [N in keyof E]: (payload: z.output<E[N]>) => void;
};

/** One row of a state machine: `verb` leads from any of `from` to `to`, for whoever stands in one of the relations `by`. */
export interface Row<S extends string = string, V extends string = string, R extends string = string> {
  verb: V;
  from: readonly S[];
  to: S;
  by: readonly R[];
}

/** A state machine is a table; the same verb may have several rows. */
export const machine =
  <S extends string, R extends string>() =>
  <const V extends string>(rows: readonly Row<S, V, R>[]) =>
    rows;

const open = (row: Row, state: string, relations: ReadonlySet<string>): boolean =>
  row.from.includes(state) && row.by.some((relation) => relations.has(relation));

/** The verbs these relations may use in this state, in the table's order; the client draws one button for each. */
export const verbs = <S extends string, V extends string, R extends string>(
  rows: readonly Row<S, V, R>[],
  state: S,
  relations: ReadonlySet<R>,
): V[] => [...new Set(rows.filter((row) => open(row, state, relations)).map((row) => row.verb))];

/** The state a verb leads to; refuses `forbidden` when it is never theirs, `conflict` when it is not the time for it. */
export const advance = <S extends string, V extends string, R extends string>(
  rows: readonly Row<S, V, R>[],
  move: { verb: V; from: S; relations: ReadonlySet<R> },
): S => {
  const mine = rows.filter((row) => row.verb === move.verb && row.by.some((relation) => move.relations.has(relation)));
  if (mine.length === 0) refuse('forbidden', `${move.verb}.notYours`);
  const row = mine.find((candidate) => candidate.from.includes(move.from));
  return row?.to ?? refuse('conflict', `${move.verb}.notNow`);
};

/** Keyset paging: `after` is the opaque `next` of the page before; no totals, no offsets. */
export const Paging = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

export const Id = z.uuid();
export const ById = z.object({ id: Id });
export const Nothing = z.object({});
/** An instant, ISO 8601 in UTC on the wire; years that PostgreSQL and people both know. */
export const Instant = z.iso.datetime({ offset: true }).refine((text) => {
  const year = new Date(text).getUTCFullYear();
  return year >= 1900 && year < 10_000;
}, 'instant.range');
