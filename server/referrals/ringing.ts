import type { z } from 'zod';
import type { ReferralRing, referrals } from '../../contract/referrals.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Ctx } from '../edge/ctx.ts';
import { instant, instantOrNull } from '../edge/instants.ts';
import { ringingFor } from '../paging/pages.ts';
import { sketchOf } from '../records/patients.ts';
import { related, saw, WITH_OFFERS } from './relations.ts';
import { namesOf } from './rows.ts';
import { sheetOf } from './sheet.ts';

/** Everything of referrals that rings for the caller now, the newest first: no name (it may light up on a lock screen), and a telephone. */
export const ringing =
  (cipher: Cipher) =>
  async (ctx: Ctx): Promise<z.input<typeof referrals.ringing.output>> => {
    const pages = await ringingFor(ctx, 'referral');
    const rows = await ctx.db.referral.findMany({
      where: { AND: [{ id: { in: pages.map(({ subjectId }) => subjectId) } }, related(ctx.actor, ctx.now)] },
      include: { ...WITH_OFFERS, patient: true },
    });
    const names = await namesOf(ctx.db, rows);
    const byId = new Map(rows.map((row) => [row.id, row]));
    saw(ctx, ...rows);
    const items = pages.flatMap((page): z.input<typeof ReferralRing>[] => {
      const row = byId.get(page.subjectId);
      if (!row) return [];
      return [
        {
          pageId: page.id,
          referralId: row.id,
          referralNo: row.referralNo,
          urgency: page.urgency as z.input<typeof ReferralRing>['urgency'],
          desk: page.deskId !== null,
          patient: sketchOf(row.patient),
          dx: row.dxName,
          from: names.hospitals.get(row.fromHospitalId)!,
          fromDepartment: names.departments.get(row.fromDepartmentId)!.name,
          referrer: names.people.get(row.referrerId)!,
          callbackPhone: sheetOf(cipher, row).callbackPhone ?? null,
          departed: row.departedAt !== null,
          expectedAt: instantOrNull(row.expectedAt),
          rungAt: instant(page.rungAt),
          dueAt: instant(row.clockDueAt ?? page.rungAt),
        },
      ];
    });
    return { items };
  };
