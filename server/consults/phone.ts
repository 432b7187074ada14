import type { z } from 'zod';
import type { consults } from '../../contract/consults.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Consult, Prisma } from '../db/generated/client.ts';
import { type Lines, presenceOf } from '../directory/presence.ts';
import { PERSON_REF } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import { stopRinging } from '../paging/pages.ts';
import { move } from './move.ts';
import { load } from './relations.ts';
import { subjectOf } from './ring.ts';

const specialistOf = ({ toDepartmentId }: Consult): Prisma.PersonWhereInput => ({
  active: true,
  memberships: { some: { departmentId: toDepartmentId, roles: { has: 'specialist' } } },
});

/** Who of the invited department can be named as having answered the telephone. */
export const specialists =
  (lines: Lines) =>
  async (ctx: Ctx, { id }: { id: string }): Promise<z.input<typeof consults.specialists.output>> => {
    const { row } = await load(ctx, id);
    const people = await ctx.db.person.findMany({ where: specialistOf(row), select: PERSON_REF, orderBy: { id: 'asc' } });
    const presence = await presenceOf(
      ctx.db,
      lines,
      people.map((person) => person.id),
    );
    return { items: people.map((person) => ({ ...person, presence: presence.get(person.id)! })) };
  };

/** A recorded telephone contact is a first response (K03), flagged apart; it stops the ringing. */
export const answerByPhone = async (ctx: Ctx, { id, specialistId }: { id: string; specialistId: string }): Promise<Consult> => {
  const { row, by } = await load(ctx, id);
  const answered = await ctx.db.person.findFirst({ where: { id: specialistId, ...specialistOf(row) } });
  if (!answered) refuse('invalid', 'phone.notOfDepartment', 'Name a specialist of the invited department');
  const set = {
    consultantId: specialistId,
    acceptedAt: row.acceptedAt ?? ctx.now,
    firstResponseAt: row.firstResponseAt ?? ctx.now,
    note: null,
    answeredByPhone: row.firstResponseAt === null || row.answeredByPhone,
  };
  const next = await move(ctx, row, { verb: 'answerByPhone', by, set });
  await stopRinging(ctx, subjectOf(row), specialistId);
  return next;
};
