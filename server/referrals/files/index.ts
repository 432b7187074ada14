import { referralFiles as actions } from '../../../contract/referralFiles.ts';
import { Referral } from '../../../contract/referrals.ts';
import type { Cipher } from '../../db/cipher.ts';
import { shanghaiClock } from '../../directory/week.ts';
import { holding } from '../../edge/actor.ts';
import { type Ctx, type Feature, keep } from '../../edge/ctx.ts';
import type { Centers } from '../../records/centers.ts';
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

interface Deps {
  cipher: Cipher;
  centers: Centers;
}

/** Read and recorded in this transaction; drawn after it. */
const print = (deps: Deps) => async (ctx: Ctx, ids: readonly string[], name: string) => {
  const views: Referral[] = [];
  for (const id of ids) views.push(Referral.parse(await viewOf(ctx, deps, id)));
  const content = sheetPdf(views, { printedBy: await printerOf(ctx), at: ctx.now });
  return { mime: 'application/pdf', name: `${name}.pdf`, content };
};

export const referralFiles = (deps: Deps): Feature =>
  keep(actions, {
    sheet: (ctx, { id }) => print(deps)(ctx, [id], 'referral'),
    sheets: (ctx, { ids }) => print(deps)(ctx, ids, `referrals-${shanghaiClock(ctx.now).slice(0, 10)}`),
    table: table(deps.cipher),
  });
