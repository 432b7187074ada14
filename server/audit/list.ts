import type { z } from 'zod';
import type { audit, AuditRow as RowView } from '../../contract/audit.ts';
import type { Tx } from '../db/client.ts';
import type { AuditRow, Prisma } from '../db/generated/client.ts';
import { type Actor, holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import { readCursor, writeCursor } from '../edge/cursor.ts';

type Input = z.output<typeof audit.list.input>;
type Output = z.input<typeof audit.list.output>;

/** An auditor reads what concerns their hospitals; an overseer's auditor reads everything. */
const scope = async (db: Tx, actor: Actor): Promise<Prisma.AuditRowWhereInput> => {
  const hospitalIds = holding(actor, 'auditor').map(({ hospitalId }) => hospitalId);
  const overseer = await db.hospital.count({ where: { id: { in: hospitalIds }, kind: 'overseer' } });
  return overseer > 0 ? {} : { hospitalIds: { hasSome: hospitalIds } };
};

const filter = ({ action, actorId, subjectId, outcome, from, to }: Input): Prisma.AuditRowWhereInput => ({
  ...(action && { action: { startsWith: action } }),
  ...(actorId && { actorId }),
  ...(subjectId && { subjectIds: { has: subjectId } }),
  ...(outcome && { outcome }),
  at: { ...(from && { gte: new Date(from) }), ...(to && { lte: new Date(to) }) },
});

/** Newest first. */
const older = (after: string | undefined): Prisma.AuditRowWhereInput => {
  if (!after) return {};
  const { at, id } = readCursor(after);
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
};

const names = async (db: Tx, rows: readonly AuditRow[]): Promise<Map<string, string>> => {
  const ids = rows.flatMap(({ actorId }) => (actorId ? [actorId] : []));
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
};

const view = (row: AuditRow, known: ReadonlyMap<string, string>): z.input<typeof RowView> => ({
  ...row,
  seq: row.seq === null ? null : Number(row.seq),
  at: row.at.toISOString(),
  actor: { id: row.actorId, name: (row.actorId && known.get(row.actorId)) ?? '' },
});

export const list = async ({ db, actor }: Ctx, input: Input): Promise<Output> => {
  const rows = await db.auditRow.findMany({
    where: { AND: [await scope(db, actor), filter(input), older(input.after)] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const known = await names(db, page);
  const last = page.at(-1);
  return { items: page.map((row) => view(row, known)), next: rows.length > page.length && last ? writeCursor(last) : null };
};
