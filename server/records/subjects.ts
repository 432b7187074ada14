import type { Ctx } from '../edge/ctx.ts';

/**
 * How a lower room asks about a case of a room above it, by the case's kind; `app.ts` hands the answers in. Refuses
 * `notFound` without a relation; `mayAdd` says whether the asker may add to it now, `hospitalIds` whose case it is.
 */
export type SubjectAccess = (ctx: Ctx, id: string) => Promise<{ mayAdd: boolean; hospitalIds: string[] }>;

/** The numbers by which cases are known, without their patients. */
export type SubjectNumbers = (ctx: Ctx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
