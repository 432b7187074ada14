import { hospitalRefs } from '../directory/refs.ts';
import type { LinkSource } from '../records/centers.ts';
import { relations } from './relations.ts';

/** Consults that were asked for from a case of a center. */
export const consultLinks: LinkSource = async ({ db, actor }, emergencyId) => {
  const rows = await db.consult.findMany({ where: { emergencyId } });
  const hospitals = await hospitalRefs(
    db,
    rows.map(({ toHospitalId }) => toHospitalId),
  );
  return rows.map((row) => ({
    kind: 'consult',
    id: relations(actor, row).size > 0 ? row.id : null,
    number: row.consultNo,
    hospital: hospitals.get(row.toHospitalId)!.shortName,
    at: row.sentAt.toISOString(),
    status: row.status,
  }));
};
