import { hospitalRefs } from '../directory/refs.ts';
import type { LinkSource } from '../records/centers.ts';
import { relations, WITH_OFFERS } from './relations.ts';
import { outsideOf } from './rows.ts';

/** Referrals that began from a case of a center; a draft is there for its own side alone. */
export const referralLinks: LinkSource = async ({ db, actor, now }, emergencyId) => {
  const rows = await db.referral.findMany({ where: { emergencyId }, include: WITH_OFFERS });
  const own = new Set(actor.memberships.map(({ hospitalId }) => hospitalId));
  const told = rows.filter(({ submittedAt, fromHospitalId }) => submittedAt !== null || own.has(fromHospitalId));
  const hospitals = await hospitalRefs(
    db,
    told.map(({ toHospitalId }) => toHospitalId),
  );
  return told.map((row) => ({
    kind: 'referral',
    id: relations(actor, row, now).size > 0 ? row.id : null,
    number: row.referralNo,
    hospital: (row.toHospitalId && hospitals.get(row.toHospitalId)?.shortName) || (outsideOf(row)?.hospital ?? null),
    at: (row.submittedAt ?? row.createdAt).toISOString(),
    status: row.status,
  }));
};
