import type { z } from 'zod';
import { type ReferralCaseFilter, type ReferralCaseRow, referralStats } from '../../../contract/referralStats.ts';
import { refuse } from '../../../contract/refusal.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { MIME } from '../../edge/table/columns.ts';
import { csv } from '../../edge/table/csv.ts';
import { xlsx } from '../../edge/table/xlsx.ts';
import { wordsOf } from '../../edge/words.ts';
import { cases } from './cases.ts';
import { columnsOf } from './columns.ts';
import { definitionsOf } from './definitions.ts';

const BY = 1_000;

type Page = z.output<typeof referralStats.cases.output>;

/** The rest of the list, each page asked for as any reader asks: with its own permission, its own schema and its own audit row. */
const pagesFrom = async function* (ctx: Ctx, filter: ReferralCaseFilter, first: Page): AsyncIterable<ReferralCaseRow[]> {
  yield first.items;
  for (let after = first.next; after !== null; ) {
    const page = (await ctx.act('referralStats.cases', { ...filter, after, limit: BY })) as Page;
    yield page.items;
    after = page.next;
  }
};

type Input = z.output<typeof referralStats.export.input>;

/** The list of `cases`, page by page, as a file; of what the list does not show there is no file either. */
export const exported = async (
  ctx: Ctx,
  { format, language, ...filter }: Input,
): Promise<z.input<typeof referralStats.export.output>> => {
  const first = await cases(ctx, { ...filter, limit: BY });
  if (first.total === 'few') refuse('forbidden', 'stats.few', 'So few cases of other hospitals are not shown');
  const say = wordsOf(language);
  const pages = pagesFrom(ctx, filter, referralStats.cases.output.parse(first));
  const table = { columns: columnsOf(say), pages };
  const lines = await definitionsOf(ctx, { filter, total: first.total, say });
  const notes = { title: say('stats', 'export.definitions'), lines };
  return {
    mime: MIME[format],
    name: `${filter.metric}-${filter.part}-${filter.from}-${filter.to}.${format}`,
    content: format === 'csv' ? csv(table) : xlsx({ ...table, title: say('stats', 'export.sheet'), notes }),
  };
};
