import { referralFiles as actions } from '../../../contract/referralFiles.ts';
import { Referral } from '../../../contract/referrals.ts';
import type { Cipher } from '../../db/cipher.ts';
import { shanghaiClock } from '../../directory/week.ts';
import { holding } from '../../edge/actor.ts';
import { type Ctx, type Feature, keep } from '../../edge/ctx.ts';
import { sheetPdf } from '../print/pdf.ts';
import { viewOf } from '../view.ts';
import { table } from './table.ts';

/** Name and hospital, as they stand on the paper. */
const printerOf = async ({ db, actor }: Ctx): Promise<string> => {
  const { name } = await db.person.findUniqueOrThrow({ where: { id: actor.id } });
  const [own] = holding(actor, ...actions.sheet.who);
  const hospital = await db.hospital.findUniqueOrThrow({ where: { id: own!.hospitalId } });
  return `${name} ${hospital.name}`;
};

/** Read and recorded in this transaction; drawn after it. */
const print = (cipher: Cipher) => async (ctx: Ctx, ids: readonly string[], name: string) => {
  const views: Referral[] = [];
  for (const id of ids) views.push(Referral.parse(await viewOf(ctx, cipher, id)));
  const content = sheetPdf(views, { printedBy: await printerOf(ctx), at: ctx.now });
  return { mime: 'application/pdf', name: `${name}.pdf`, content };
};

export const referralFiles = (cipher: Cipher): Feature =>
  keep(actions, {
    sheet: (ctx, { id }) => print(cipher)(ctx, [id], 'referral'),
    sheets: (ctx, { ids }) => print(cipher)(ctx, ids, `referrals-${shanghaiClock(ctx.now).slice(0, 10)}`),
    table: table(cipher),
  });
