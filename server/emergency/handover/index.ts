import { Emergency } from '../../../contract/emergency.ts';
import { emergencyFiles as actions } from '../../../contract/emergencyFiles.ts';
import type { Cipher } from '../../db/cipher.ts';
import { type Ctx, type Feature, keep } from '../../edge/ctx.ts';
import { instantOrNull } from '../../edge/instants.ts';
import { pdfOf } from '../../print/pdf.ts';
import { printerOf } from '../../print/printer.ts';
import { load } from '../relations.ts';
import { rulesFor } from '../rules.ts';
import { viewOf } from '../view.ts';
import { said } from '../vitals.ts';
import { type Handover, pageOf } from './sheet.ts';

const handed = async (ctx: Ctx, cipher: Cipher, id: string): Promise<Handover> => {
  const { row } = await load(ctx, id);
  const readings = await ctx.db.vitalReading.findMany({ where: { caseId: id }, orderBy: { at: 'asc' } });
  return {
    view: Emergency.parse(await viewOf(ctx, cipher, id)),
    rules: (await rulesFor(ctx.db, [row]))(row),
    eta: instantOrNull(row.etaAt),
    readings: readings.map(said),
  };
};

/** Read and recorded in this transaction; drawn after it. */
export const emergencyFiles = (cipher: Cipher): Feature =>
  keep(actions, {
    async handover(ctx, { id }) {
      const page = pageOf(await handed(ctx, cipher, id), ctx.now);
      const content = pdfOf([page], { printedBy: await printerOf(ctx), at: ctx.now });
      return { mime: 'application/pdf', name: 'handover.pdf', content };
    },
  });
