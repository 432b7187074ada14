import type { z } from 'zod';
import {
  type ReferralCaseFilter,
  type ReferralCaseRow,
  type referralStats,
  VEIL_BELOW,
} from '../../../contract/referralStats.ts';
import { hospitalRefs } from '../../directory/refs.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { writeCursor } from '../../edge/cursor.ts';
import { codeFor, sketchAt } from '../deidentified.ts';
import { type Scope, scopeOf } from '../scope.ts';
import { type Measure, measureOf } from './measures.ts';
import { type Page, Row, rowsOf } from './rows.ts';
import { SUBJECTS } from './subjects.ts';
import { isVeiled } from './veil.ts';
import { type Chosen, where } from './where.ts';

type Output = z.input<typeof referralStats.cases.output>;
type Seen = Chosen & { actor: Ctx['actor'] };

const countOf = async ({ db }: Ctx, chosen: Chosen, measure: Measure): Promise<number> => {
  const [found] = await db.$queryRaw<[{ total: number }]>`
    SELECT count(*)::int AS total FROM ${SUBJECTS[measure.subject].table} WHERE ${where(chosen, measure)}`;
  return found.total;
};

/** No list says more than its figure: a few cases that are none of the asker's are not shown one by one either. */
const areFew = async ({ db }: Ctx, chosen: Chosen, measure: Measure): Promise<boolean> => {
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM ${SUBJECTS[measure.subject].table} WHERE ${where(chosen, measure)} LIMIT ${VEIL_BELOW}`;
  return found.length > 0 && found.length < VEIL_BELOW;
};

type Hospitals = Awaited<ReturnType<typeof hospitalRefs>>;

const shown = (
  { known, sex, birthDate, approximateAge, from, to, at, ...row }: Row,
  { subject, hospitals, scope }: { subject: ReferralCaseRow['subject']; hospitals: Hospitals; scope: Scope },
): ReferralCaseRow => ({
  ...row,
  subject,
  at: at.toISOString(),
  dxCode: codeFor(scope, row.dxCode),
  patient: sketchAt({ known, sex, birthDate, approximateAge }, at),
  from: hospitals.get(from)!,
  to: to ? hospitals.get(to)! : null,
});

const saw = (ctx: Ctx, { subject }: Measure, rows: readonly Row[]): void =>
  ctx.saw(
    subject === 'consult' ? 'consult' : 'referral',
    rows.map(({ caseId }) => caseId),
    rows.flatMap(({ from, to }) => (to ? [from, to] : [from])),
  );

const page = async (
  ctx: Ctx,
  seen: Seen,
  { measure, after, limit }: Page & { measure: Measure },
): Promise<Omit<Output, 'total'>> => {
  const found = (await ctx.db.$queryRaw<unknown[]>(rowsOf(seen, measure, { after, limit }))).map((row) => Row.parse(row));
  const rows = found.slice(0, limit);
  saw(ctx, measure, rows);
  const hospitals = await hospitalRefs(
    ctx.db,
    rows.flatMap(({ from, to }) => [from, to]),
  );
  const last = rows.at(-1);
  return {
    items: rows.map((row) => shown(row, { subject: measure.subject, hospitals, scope: seen.scope })),
    next: found.length > limit && last ? writeCursor(last) : null,
  };
};

/** The cases that a figure counts; `total` is the figure. */
export const cases = async (ctx: Ctx, { after, limit, ...filter }: ReferralCaseFilter & Page): Promise<Output> => {
  const scope = await scopeOf(ctx);
  const seen: Seen = { filter, scope, now: ctx.now, actor: ctx.actor };
  const measure = measureOf(filter, seen);
  const veiled = isVeiled(ctx.actor, scope, filter);
  if (veiled && (await areFew(ctx, seen, measure))) return { items: [], next: null, total: 'few' };
  const total = after === undefined ? await countOf(ctx, seen, measure) : null;
  return { ...(await page(ctx, seen, { measure, after, limit })), total };
};
