import type { z } from 'zod';
import type { Consult as ConsultView } from '../../contract/consults.ts';
import type { PersonRef } from '../../contract/directory.ts';
import { DeclineReason } from '../../contract/paging.ts';
import type { Consult, Page } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { instant } from '../edge/instants.ts';
import { ESCALATE, ringOrder } from './ring.ts';

type View = z.input<typeof ConsultView>;

export const lineOf = ({ line }: Page): 1 | 2 | null => (line === 1 || line === 2 ? line : null);

/** Every ring of a case, in the order in which they rang. */
export const pagesOf = ({ db }: Ctx, consultId: string): Promise<Page[]> =>
  db.page.findMany({ where: { subjectKind: 'consult', subjectId: consultId }, orderBy: [{ rungAt: 'asc' }, { id: 'asc' }] });

export const ringView = (page: Page, people: ReadonlyMap<string, z.infer<typeof PersonRef>>): View['rings'][number] => ({
  id: page.id,
  person: page.personId ? people.get(page.personId)! : null,
  line: lineOf(page),
  status: page.status,
  reason: DeclineReason.nullable().parse(page.reason),
  rungAt: instant(page.rungAt),
  sent: page.sent,
});

/** Who rings next and when: the open deadline says it. */
export const nextRingOf = async (ctx: Ctx, row: Consult): Promise<View['nextRing']> => {
  if (row.status !== 'requested') return null;
  const due = await ctx.db.deadline.findFirst({ where: { subjectId: row.id, action: ESCALATE, settledAt: null } });
  const at = due && (due.input as { step: number }).step;
  const step = at !== null && (await ringOrder(ctx, row)).steps[at];
  return due && step ? { step: step.step, at: instant(due.dueAt) } : null;
};
