import type { audit } from '../../contract/audit.ts';
import type { Handlers } from '../edge/ctx.ts';
import { peopleIn, scopeOf } from './scope.ts';

/** More are no suggestion any more: type on. */
const ENOUGH = 12;

export const people: Handlers<typeof audit>['people'] = async (ctx, { search }) => ({
  items: await ctx.db.person.findMany({
    where: {
      ...peopleIn(await scopeOf(ctx)),
      OR: [{ name: { contains: search } }, { account: { contains: search, mode: 'insensitive' } }],
    },
    select: { id: true, name: true, title: true, account: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: ENOUGH,
  }),
});
