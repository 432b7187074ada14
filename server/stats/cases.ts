import type { CaseFilter, CaseRow } from '../../contract/stats.ts';
import { Prisma } from '../db/generated/client.ts';
import type { Actor } from '../edge/actor.ts';
import { holds } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import { readCursor, writeCursor } from '../edge/cursor.ts';
import { codeFor, sketchAt } from './deidentified.ts';
import { type Scope, scopeOf } from './scope.ts';
import { type Chosen, late, where } from './where.ts';

type Page = { after?: string | undefined; limit: number };

/** Newest first, so a page holds what was sent before the row it goes on from. */
const past = (after: string | undefined): Prisma.Sql => {
  if (after === undefined) return Prisma.sql`true`;
  const { at, id } = readCursor(after);
  return Prisma.sql`(c.sent_at, c.id) < (${at}, ${id}::uuid)`;
};

interface Found {
  id: string;
  late: boolean;
}

/** Whether a case is late is said by the same SQL that counts it. */
const findPage = ({ db }: Ctx, chosen: Chosen, page: Page): Promise<Found[]> => db.$queryRaw<Found[]>`
  SELECT c.id, ${late(chosen.now)} AS late FROM consult c WHERE ${where(chosen)} AND ${past(page.after)}
  ORDER BY c.sent_at DESC, c.id DESC LIMIT ${page.limit + 1}`;

const countOf = async ({ db }: Ctx, chosen: Chosen): Promise<number> => {
  const [found] = await db.$queryRaw<[{ total: number }]>`SELECT count(*)::int AS total FROM consult c WHERE ${where(chosen)}`;
  return found.total;
};

const SHOWN = {
  id: true,
  consultNo: true,
  status: true,
  urgency: true,
  patient: { select: { known: true, sex: true, birthDate: true, approximateAge: true } },
  dxCode: true,
  fromHospitalId: true,
  toHospitalId: true,
  toDepartmentId: true,
  requesterId: true,
  consultantId: true,
  sentAt: true,
  firstResponseAt: true,
  answeredByPhone: true,
} satisfies Prisma.ConsultSelect;
type Stored = Prisma.ConsultGetPayload<{ select: typeof SHOWN }>;

/** The desks of both sides and the two people of the case; an overseer has no such relation. */
const opens = (actor: Actor, row: Stored): boolean =>
  holds(actor, 'coordinator', { hospitalId: row.fromHospitalId }) ||
  holds(actor, 'coordinator', { hospitalId: row.toHospitalId }) ||
  row.requesterId === actor.id ||
  row.consultantId === actor.id;

const secondsOf = ({ sentAt, firstResponseAt }: Stored): number | null =>
  firstResponseAt && (firstResponseAt.getTime() - sentAt.getTime()) / 1000;

const shown = async (ctx: Ctx, found: readonly Found[], scope: Scope): Promise<CaseRow[]> => {
  const late = new Set(found.flatMap((each) => (each.late ? each.id : [])));
  const stored = await ctx.db.consult.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: SHOWN,
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
  });
  const hospitals = new Map((await ctx.db.hospital.findMany()).map((hospital) => [hospital.id, hospital]));
  const departments = await ctx.db.department.findMany({ where: { id: { in: stored.map((row) => row.toDepartmentId) } } });
  const departmentName = new Map(departments.map(({ id, name }) => [id, name]));
  return stored.map((row) => ({
    id: row.id,
    consultNo: row.consultNo,
    status: row.status,
    urgency: row.urgency,
    answeredByPhone: row.answeredByPhone,
    sentAt: row.sentAt.toISOString(),
    patient: sketchAt(row.patient, row.sentAt),
    dxCode: codeFor(scope, row.dxCode),
    from: hospitals.get(row.fromHospitalId)!,
    to: hospitals.get(row.toHospitalId)!,
    toDepartment: departmentName.get(row.toDepartmentId)!,
    responseSeconds: secondsOf(row),
    late: late.has(row.id),
    opens: opens(ctx.actor, row),
  }));
};

/** The cases that a figure counts: `total` is the figure, pages go on from the last row. */
export const cases = async (ctx: Ctx, { after, limit, ...filter }: CaseFilter & Page) => {
  const chosen: Chosen = { filter, scope: await scopeOf(ctx), now: ctx.now };
  const found = await findPage(ctx, chosen, { after, limit });
  const items = await shown(ctx, found.slice(0, limit), chosen.scope);
  const hospitals = items.flatMap(({ from, to }) => [from.id, to.id]);
  ctx.saw(
    'consult',
    items.map(({ id }) => id),
    [...new Set(hospitals)],
  );
  const last = items.at(-1);
  return {
    items,
    next: found.length > limit && last ? writeCursor({ at: new Date(last.sentAt), id: last.id }) : null,
    total: await countOf(ctx, chosen),
  };
};
