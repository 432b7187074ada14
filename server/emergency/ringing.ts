import type { z } from 'zod';
import type { EmergencyRing, emergency } from '../../contract/emergency.ts';
import { hospitalRefs, personRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import { instant } from '../edge/instants.ts';
import { ringingFor } from '../paging/pages.ts';
import { sketchOf } from '../records/patients.ts';
import { related, saw } from './relations.ts';
import { roadBy } from './road.ts';
import { LISTED } from './rules.ts';

/** Everything of the centers that rings for the caller now: no name, and a telephone. */
export const ringing = async (ctx: Ctx): Promise<z.input<typeof emergency.ringing.output>> => {
  const pages = await ringingFor(ctx, 'emergency');
  const rows = await ctx.db.emergencyCase.findMany({
    where: { AND: [{ id: { in: pages.map(({ subjectId }) => subjectId) } }, related(ctx.actor)] },
    include: LISTED,
  });
  const hospitals = await hospitalRefs(
    ctx.db,
    rows.map((row) => row.fromHospitalId),
  );
  const departments = await ctx.db.department.findMany({
    where: { id: { in: rows.map((row) => row.fromDepartmentId) } },
    select: { id: true, name: true, dutyPhone: true },
  });
  const people = await personRefs(
    ctx.db,
    rows.map((row) => row.activatorId),
  );
  saw(ctx, ...rows);
  const items = pages.flatMap((page): z.input<typeof EmergencyRing>[] => {
    const row = rows.find(({ id }) => id === page.subjectId);
    const department = departments.find(({ id }) => id === row?.fromDepartmentId);
    if (!row || !department) return [];
    return [
      {
        pageId: page.id,
        emergencyId: row.id,
        emergencyNo: row.emergencyNo,
        center: row.center,
        desk: page.deskId !== null,
        patient: sketchOf(row.patient),
        from: hospitals.get(row.fromHospitalId)!,
        fromDepartment: department.name,
        activator: people.get(row.activatorId)!,
        callbackPhone: row.callbackPhone,
        dutyPhone: department.dutyPhone,
        road: roadBy(row),
        rungAt: instant(page.rungAt),
      },
    ];
  });
  return { items };
};
