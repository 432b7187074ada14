import { refuse } from '../../contract/refusal.ts';
import type { EmergencyCase } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Centers } from '../records/centers.ts';
import { type By, hold, relations } from './relations.ts';
import { freshVitals } from './vitals.ts';

/** Whether consults and referrals can begin from it. */
export const leadsOn = ({ status }: EmergencyCase): boolean => status === 'active' || status === 'closed';

const refuseOthers = (row: EmergencyCase, by: By): void => {
  if (!by.has('local')) refuse('forbidden', 'emergency.notYourHospital', 'Only a doctor of the hospital that has the case can');
  if (!leadsOn(row)) refuse('conflict', 'emergency.leadsNowhere', 'Nothing begins from a false alarm, or after the review');
};

export const centers: Centers = {
  async begin(ctx: Ctx, id: string) {
    const { row, by } = await hold(ctx, id);
    refuseOthers(row, by);
    const { patientId, fromHospitalId, fromDepartmentId, toHospitalId, toDepartmentId, bed, callbackPhone } = row;
    const sides = { fromHospitalId, fromDepartmentId, toHospitalId, toDepartmentId };
    return { emergencyId: id, patientId, ...sides, bed, callbackPhone, vitals: await freshVitals(ctx, id) };
  },

  async origins({ db, actor }, ids) {
    const known = [...new Set(ids)].filter((id) => id !== null);
    const rows = known.length > 0 ? await db.emergencyCase.findMany({ where: { id: { in: known } } }) : [];
    return new Map(
      rows.map((row) => {
        const { id, emergencyNo, center } = row;
        return [id, { id: relations(actor, row).size > 0 ? id : null, emergencyNo, center }];
      }),
    );
  },
};
