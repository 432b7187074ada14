import type { z } from 'zod';
import type { referralFiles } from '../../../contract/referralFiles.ts';
import type { ReferralFilter } from '../../../contract/referralFilter.ts';
import { type ReferralRow, referrals } from '../../../contract/referrals.ts';
import type { Cipher } from '../../db/cipher.ts';
import { shanghaiClock } from '../../directory/week.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { MIME } from '../../edge/table/columns.ts';
import { csv } from '../../edge/table/csv.ts';
import { xlsx } from '../../edge/table/xlsx.ts';
import { wordsOf } from '../../edge/words.ts';
import { list } from '../list.ts';
import { columnsOf } from './columns.ts';

const BY = 100;

type Page = z.output<typeof referrals.list.output>;

/** The rest of the list, each page asked for as any reader asks: with its own permission, its own schema and its own audit row. */
const pagesFrom = async function* (ctx: Ctx, filter: ReferralFilter, first: Page): AsyncIterable<ReferralRow[]> {
  yield first.items;
  for (let after = first.next; after !== null; ) {
    const page = (await ctx.act(filter.search ? 'referrals.find' : 'referrals.list', { ...filter, after, limit: BY })) as Page;
    yield page.items;
    after = page.next;
  }
};

type Input = z.output<typeof referralFiles.table.input>;

/** The list as a file, read while it is written. */
export const table =
  (cipher: Cipher) =>
  async (ctx: Ctx, { format, language, ...filter }: Input): Promise<z.input<typeof referralFiles.table.output>> => {
    const first = referrals.list.output.parse(await list(cipher)(ctx, { ...filter, limit: BY }));
    const say = wordsOf(language);
    const contents = { columns: columnsOf(say), pages: pagesFrom(ctx, filter, first), title: say('referralFiles', 'title') };
    return {
      mime: MIME[format],
      name: `referrals-${shanghaiClock(ctx.now).slice(0, 10)}.${format}`,
      content: format === 'csv' ? csv(contents) : xlsx(contents),
    };
  };
