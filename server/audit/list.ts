import type { z } from 'zod';
import type { audit } from '../../contract/audit.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { readCursor, writeCursor } from '../edge/cursor.ts';
import { BESIDE, PUBLIC } from './kinds.ts';
import { consultsIn, peopleIn, rowsIn, type Scope, scopeOf } from './scope.ts';
import { viewsOf } from './view.ts';

type Input = z.output<typeof audit.list.input>;
type Output = z.input<typeof audit.list.output>;
type Where = Prisma.AuditRowWhereInput;

const filter = ({ action, actorId, subjectId, outcome, reads, from, to }: Input): Where => ({
  ...(action && { action: { startsWith: action } }),
  ...(actorId && { actorId }),
  ...(subjectId && { subjectIds: { has: subjectId } }),
  ...(outcome && { outcome }),
  ...(reads === 'opening' && { NOT: { outcome: 'done', action: { in: BESIDE } } }),
  at: { ...(from && { gte: new Date(from) }), ...(to && { lte: new Date(to) }) },
});

/** What these people did, and who tried to sign in as one of them. */
const actedBy = async ({ db }: Ctx, scope: Scope, actor: string | undefined): Promise<Where> => {
  if (!actor) return {};
  const people = await db.person.findMany({
    where: { ...peopleIn(scope), OR: [{ account: actor }, { name: { contains: actor } }] },
    select: { id: true },
  });
  const ids = people.map(({ id }) => id);
  const tried: Where = { actorId: null, action: { in: PUBLIC }, subjectKind: 'person', subjectIds: { hasSome: ids } };
  return { OR: [{ actorId: { in: ids } }, tried] };
};

/** A number that is nobody's, or another hospital's, has no rows. */
const about = async ({ db }: Ctx, scope: Scope, consultNo: string | undefined): Promise<Where> => {
  if (!consultNo) return {};
  const consult = await db.consult.findFirst({ where: { consultNo, ...consultsIn(scope) }, select: { id: true } });
  return consult ? { subjectIds: { has: consult.id } } : { id: { in: [] } };
};

/** Newest first. */
const older = (after: string | undefined): Where => {
  if (!after) return {};
  const { at, id } = readCursor(after);
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
};

export const list = async (ctx: Ctx, input: Input): Promise<Output> => {
  const scope = await scopeOf(ctx);
  const chosen = [await actedBy(ctx, scope, input.actor), await about(ctx, scope, input.consultNo)];
  const rows = await ctx.db.auditRow.findMany({
    where: { AND: [rowsIn(scope), filter(input), ...chosen, older(input.after)] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await viewsOf(ctx.db, page, scope),
    next: rows.length > page.length && last ? writeCursor(last) : null,
  };
};
