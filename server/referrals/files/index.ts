import { referralFiles as actions } from '../../../contract/referralFiles.ts';
import { Referral } from '../../../contract/referrals.ts';
import type { Cipher } from '../../db/cipher.ts';
import { shanghaiClock } from '../../directory/week.ts';
import { type Ctx, type Feature, keep } from '../../edge/ctx.ts';
import { pdfOf } from '../../print/pdf.ts';
import { printerOf } from '../../print/printer.ts';
import { pageOf } from '../print/sheet.ts';
import { viewOf } from '../view.ts';
import { table } from './table.ts';

/** Read and recorded in this transaction; drawn after it. */
const print = (cipher: Cipher) => async (ctx: Ctx, ids: readonly string[], name: string) => {
  const views: Referral[] = [];
  for (const id of ids) views.push(Referral.parse(await viewOf(ctx, cipher, id)));
  const pages = views.map((view) => pageOf(view, ctx.now));
  const content = pdfOf(pages, { printedBy: await printerOf(ctx), at: ctx.now });
  return { mime: 'application/pdf', name: `${name}.pdf`, content };
};

export const referralFiles = (cipher: Cipher): Feature =>
  keep(actions, {
    sheet: (ctx, { id }) => print(cipher)(ctx, [id], 'referral'),
    sheets: (ctx, { ids }) => print(cipher)(ctx, ids, `referrals-${shanghaiClock(ctx.now).slice(0, 10)}`),
    table: table(cipher),
  });
