import type { z } from 'zod';
import type { Urgency } from '../../contract/consults.ts';
import type { Page, Prisma } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import type { Audience, Ctx } from '../edge/ctx.ts';
import { reference } from '../reference/index.ts';

/** What a page is about. */
export interface Subject {
  kind: string;
  id: string;
}
/** Who is rung: a person on a duty line (null for one who is called back), or the coordinators of a hospital. */
export type Target = { personId: string; line: 1 | 2 | null } | { deskId: string };

/** `once` rings a single time and waits quietly: for somebody in a call, and for reminders. */
interface Ring {
  subject: Subject;
  urgency: z.infer<typeof Urgency>;
  once?: boolean;
}

const earOf = ({ personId, deskId }: Pick<Page, 'personId' | 'deskId'>): Audience =>
  personId ? `person:${personId}` : `desk:${deskId}`;

const ringing = ({ kind, id }: Subject) => ({ subjectKind: kind, subjectId: id, status: 'ringing' }) as const;

const announce = (ctx: Ctx, page: Page): void =>
  ctx.tell(earOf(page), 'page.ringing', { id: page.id, urgency: page.urgency as z.infer<typeof Urgency> });

const alarm = async (ctx: Ctx, { id, urgency }: Page): Promise<void> => {
  const { data } = await reference(ctx.db, 'ringOrder', ctx.now);
  const { resendEvery } = data[urgency as z.infer<typeof Urgency>];
  const dueAt = new Date(ctx.now.getTime() + resendEvery * 1000);
  await ctx.alarm({ action: 'paging.resend', subjectId: id, dueAt, input: { id } });
};

/** Rings somebody until they or somebody else answers; whom this subject rings already is left as they are. */
export const ring = async (ctx: Ctx, { subject, urgency, once = false }: Ring, target: Target): Promise<void> => {
  const whom = 'deskId' in target ? { deskId: target.deskId } : { personId: target.personId };
  if (await ctx.db.page.findFirst({ where: { ...ringing(subject), ...whom } })) return;
  const page = await ctx.db.page.create({
    data: { ...ringing(subject), ...target, urgency, rungAt: ctx.now, lastSentAt: ctx.now },
  });
  announce(ctx, page);
  if (once) return;
  await alarm(ctx, page);
  await ctx.happened('paging.rung', { pageId: page.id });
};

/** The pages of a subject that ring now. */
export const ringingPages = (ctx: Ctx, subject: Subject): Promise<Page[]> =>
  ctx.db.page.findMany({ where: ringing(subject), orderBy: { id: 'asc' } });

/** More than these at once would be a fault, not an inbox. */
const SHOWN = 50;

/** What rings for the caller, in person or at a desk of theirs, about one kind of subject; the newest first. */
export const ringingFor = ({ db, actor }: Ctx, subjectKind: string): Promise<Page[]> =>
  db.page.findMany({
    where: {
      subjectKind,
      status: 'ringing',
      OR: [{ personId: actor.id }, { deskId: { in: holding(actor, 'coordinator').map(({ hospitalId }) => hospitalId) } }],
    },
    orderBy: [{ rungAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  });

/** Sends a ringing page once more; false when it no longer rings. */
export const sendAgain = async (ctx: Ctx, id: string): Promise<boolean> => {
  const [page] = await ctx.db.page.updateManyAndReturn({
    where: { id, status: 'ringing' },
    data: { sent: { increment: 1 }, lastSentAt: ctx.now },
  });
  if (page) announce(ctx, page);
  return page !== undefined;
};

/** Those of a subject that rang a single time and wait quietly. */
export const quietPages = async (ctx: Ctx, subject: Subject): Promise<Page[]> => {
  const pages = await ringingPages(ctx, subject);
  const loud = await ctx.db.deadline.findMany({
    where: { subjectId: { in: pages.map(({ id }) => id) }, settledAt: null },
    select: { subjectId: true },
  });
  const ids = new Set(loud.map(({ subjectId }) => subjectId));
  return pages.filter(({ id }) => !ids.has(id));
};

/** As `sendAgain`, and sets the alarm for the next time. */
export const keepRinging = async (ctx: Ctx, id: string): Promise<void> => {
  if (await sendAgain(ctx, id)) await alarm(ctx, await ctx.db.page.findUniqueOrThrow({ where: { id } }));
};

/**
 * Ends one ring by compare-and-set; false when it had ended already. Locks are taken in the order of the clock, which
 * holds a deadline before it touches what the deadline is about.
 */
export const settle = async (
  ctx: Ctx,
  { id }: Pick<Page, 'id'>,
  change: Pick<Prisma.PageUncheckedUpdateManyInput, 'status' | 'reason' | 'note'>,
): Promise<boolean> => {
  await ctx.settle(id);
  const [page] = await ctx.db.page.updateManyAndReturn({
    where: { id, status: 'ringing' },
    data: { ...change, settledAt: ctx.now },
  });
  if (!page) return false;
  ctx.tell(earOf(page), 'page.stopped', { id });
  await ctx.happened('paging.stopped', { pageId: id });
  return true;
};

/** Stops every ring of a subject; that of whoever answered, if anybody did, is `answered`. */
export const stopRinging = async (ctx: Ctx, subject: Subject, answeredBy?: string): Promise<void> => {
  for (const page of await ringingPages(ctx, subject)) {
    const answered = answeredBy !== undefined && page.personId === answeredBy;
    await settle(ctx, page, { status: answered ? 'answered' : 'stopped' });
  }
};
