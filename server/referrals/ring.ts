import { onDuty } from '../directory/roster.ts';
import type { Ctx } from '../edge/ctx.ts';
import { ring, ringingPages, settle } from '../paging/pages.ts';
import { subjectOf } from './move.ts';
import type { Case } from './relations.ts';

interface Asked {
  hospitalId: string | null;
  departmentId: string | null;
}

/** 急诊值班和转诊中心一起响: the first line of the asked department and its desk; an elective one is a badge at the desk. */
export const ringAsked = async (ctx: Ctx, row: Case, { hospitalId, departmentId }: Asked): Promise<void> => {
  if (hospitalId === null) return;
  const subject = subjectOf(row);
  if (row.lane === 'elective') return ring(ctx, { subject, urgency: 'routine', once: true }, { deskId: hospitalId });
  const duty = departmentId ? await onDuty(ctx.db, { departmentId, at: ctx.now }) : [];
  for (const person of duty.filter(({ line }) => line === 1)) await ring(ctx, { subject, urgency: row.urgency }, person);
  await ring(ctx, { subject, urgency: row.urgency }, { deskId: hospitalId });
};

/** A badge at a desk, once. */
export const remindDesk = (ctx: Ctx, row: Case, deskId: string): Promise<void> =>
  ring(ctx, { subject: subjectOf(row), urgency: 'routine', once: true }, { deskId });

/** An alarm at a desk, until somebody moves: the patient should have arrived. */
export const alarmDesk = (ctx: Ctx, row: Case, deskId: string): Promise<void> =>
  ring(ctx, { subject: subjectOf(row), urgency: 'urgent' }, { deskId });

/** Stops what rings at one hospital; the others are still asked. */
export const stopAt = async (ctx: Ctx, row: Case, hospitalId: string | null): Promise<void> => {
  if (hospitalId === null) return;
  const people = await ctx.db.membership.findMany({ where: { hospitalId }, select: { personId: true } });
  const theirs = new Set(people.map(({ personId }) => personId));
  for (const page of await ringingPages(ctx, subjectOf(row))) {
    if (page.deskId === hospitalId || (page.personId && theirs.has(page.personId)))
      await settle(ctx, page, { status: 'stopped' });
  }
};
