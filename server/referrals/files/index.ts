import { referralFiles as actions } from '../../../contract/referralFiles.ts';
import { Referral } from '../../../contract/referrals.ts';
import type { Cipher } from '../../db/cipher.ts';
import { shanghaiClock } from '../../directory/week.ts';
import { type Ctx, type Feature, keep } from '../../edge/ctx.ts';
import { pdfOf } from '../../print/pdf.ts';
import { printerOf } from '../../print/printer.ts';
import type { Centers } from '../../records/centers.ts';
import { pageOf } from '../print/sheet.ts';
import { viewOf } from '../view.ts';
import { table } from './table.ts';

interface Deps {
  cipher: Cipher;
  centers: Centers;
}

/** Read and recorded in this transaction; drawn after it. */
const print = (deps: Deps) => async (ctx: Ctx, ids: readonly string[], name: string) => {
  const views: Referral[] = [];
  for (const id of ids) views.push(Referral.parse(await viewOf(ctx, deps, id)));
  const pages = views.map((view) => pageOf(view, ctx.now));
  const content = pdfOf(pages, { printedBy: await printerOf(ctx), at: ctx.now });
  return { mime: 'application/pdf', name: `${name}.pdf`, content };
};

export const referralFiles = (deps: Deps): Feature =>
  keep(actions, {
    sheet: (ctx, { id }) => print(deps)(ctx, [id], 'referral'),
    sheets: (ctx, { ids }) => print(deps)(ctx, ids, `referrals-${shanghaiClock(ctx.now).slice(0, 10)}`),
    table: table(deps.cipher),
  });
