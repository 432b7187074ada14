import type { z } from 'zod';
import type { ReferralFilter } from '../../contract/referralFilter.ts';
import type { ReferralStatus } from '../../contract/referralSteps.ts';
import type { referrals } from '../../contract/referrals.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Prisma } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import { readCursor, writeCursor } from '../edge/cursor.ts';
import { byTimeLeft, newestBy } from '../edge/orders.ts';
import { nameIndex } from '../records/patients.ts';
import { offeredTo, related, saw, WITH_OFFERS } from './relations.ts';
import { type Listed, rowsOf } from './rows.ts';
import { ownedBy } from './turns.ts';

type Where = Prisma.ReferralWhereInput;
const newest = newestBy('createdAt');

const OPEN: Where = { endedAt: null };
const late = (now: Date): Where => ({ ...OPEN, clockDueAt: { lt: now } });

/** Between the two hospitals: past its time on the road or on the way home, or treated and never accounted for. */
const LOST: ReferralStatus[] = ['departed', 'noShow', 'diverted', 'treated', 'discharged', 'summaryReturned', 'downOffered'];
const WAY_HOME: ReferralStatus[] = ['accepted', 'arranged'];
const lost = (now: Date): Where => ({
  ...late(now),
  OR: [{ status: { in: LOST } }, { direction: 'down', status: { in: WAY_HOME } }],
});

/** My turn, or my hospital is asked beside others. */
const mine = ({ actor }: Ctx): Where => ({
  ...OPEN,
  OR: [ownedBy(actor), { ...offeredTo(actor), acceptedAt: null, status: { in: ['submitted', 'received', 'departed'] } }],
});

const BOXES: Record<ReferralFilter['box'], (ctx: Ctx) => Where> = {
  open: () => OPEN,
  mine,
  late: ({ now }) => late(now),
  lost: ({ now }) => lost(now),
  done: () => ({ endedAt: { not: null } }),
};
const boxWhere = (ctx: Ctx, box: ReferralFilter['box']): Where => ({
  AND: [related(ctx.actor, ctx.now), BOXES[box](ctx)],
});

/** A number, or the exact name of a patient by its blind index; neither is written anywhere. */
const found = (cipher: Cipher, search: string | undefined): Where => {
  if (!search) return {};
  const number = search.toUpperCase();
  return /^ZZ\d+$/.test(number) ? { referralNo: number } : { patient: { nameIndex: nameIndex(cipher, search) } };
};

/** The one filter of board, list and export. */
const filterWhere = (ctx: Ctx, cipher: Cipher, filter: ReferralFilter): Where => {
  const { box, direction, lane, status, hospitalId, search } = filter;
  return {
    AND: [
      boxWhere(ctx, box),
      { ...(direction && { direction }), ...(lane && { lane }), ...(status && { status }) },
      hospitalId ? { OR: [{ fromHospitalId: hospitalId }, { toHospitalId: hospitalId }] } : {},
      found(cipher, search),
    ],
  };
};

/** What is over is ordered by age, what is open by time left. */
const orderOf = ({ box }: Pick<ReferralFilter, 'box'>) => (box === 'done' ? newest : byTimeLeft);

interface Page extends ReferralFilter {
  after?: string | undefined;
  limit: number;
}

/**
 * Of a history of a million, the sides are asked one after the other, each along its index, and the pages laid together:
 * one question with "or" would sort everything the reader may see.
 */
const sidesOf = ({ actor }: Ctx, { box }: Page): Where[] => {
  if (box !== 'done') return [{}];
  const own = [...new Set(holding(actor, 'doctor', 'specialist', 'coordinator').map(({ hospitalId }) => hospitalId))];
  return own.flatMap((hospitalId) => [{ fromHospitalId: hospitalId }, { toHospitalId: hospitalId }]);
};

const pageOf = async (ctx: Ctx, cipher: Cipher, filter: Page): Promise<Listed[]> => {
  const order = orderOf(filter);
  const past = filter.after ? order.past(readCursor(filter.after)) : {};
  const rows = new Map<string, Listed>();
  for (const side of sidesOf(ctx, filter)) {
    const some = await ctx.db.referral.findMany({
      where: { AND: [filterWhere(ctx, cipher, filter), past, side] },
      orderBy: order.orderBy,
      take: filter.limit + 1,
      include: { ...WITH_OFFERS, patient: true },
    });
    for (const row of some) rows.set(row.id, row);
  }
  const all = [...rows.values()];
  return filter.box === 'done'
    ? all.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
    : all;
};

export const list =
  (cipher: Cipher) =>
  async (ctx: Ctx, filter: Page): Promise<z.input<typeof referrals.list.output>> => {
    const rows = await pageOf(ctx, cipher, filter);
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    saw(ctx, ...page);
    return {
      items: await rowsOf(ctx, cipher, page),
      next: last && rows.length > filter.limit ? writeCursor({ at: orderOf(filter).at(last), id: last.id }) : null,
    };
  };

export const counts = async (ctx: Ctx): Promise<z.input<typeof referrals.counts.output>> => {
  const count = (box: ReferralFilter['box']) => ctx.db.referral.count({ where: boxWhere(ctx, box) });
  const groups = await ctx.db.referral.groupBy({ by: ['status'], where: boxWhere(ctx, 'open'), _count: true });
  const statuses = Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
  return { mine: await count('mine'), late: await count('late'), lost: await count('lost'), statuses };
};
