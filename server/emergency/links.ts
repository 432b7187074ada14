import { emergencyLinks as contract, type Opening } from '../../contract/emergencyLinks.ts';
import type { EmergencyCase } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import { type Ctx, type Feature, keep } from '../edge/ctx.ts';
import type { LinkSource } from '../records/centers.ts';
import { leadsOn } from './origin.ts';
import { type By, load } from './relations.ts';

type Link = Awaited<ReturnType<LinkSource>>[number];

/** A consult is asked for by a doctor, a referral begun by any clinician of the hospital. */
const openings = ({ actor }: Ctx, row: EmergencyCase, by: By): Opening[] => {
  if (!by.has('local') || !leadsOn(row)) return [];
  const asks = holding(actor, 'doctor').some(({ hospitalId }) => hospitalId === row.fromHospitalId);
  return asks ? ['consult', 'referral'] : ['referral'];
};

/** 相关会诊与转诊: what began from a case, as each feature tells it. */
export const emergencyLinks = (sources: readonly LinkSource[]): Feature =>
  keep(contract, {
    async list(ctx, { id }) {
      const { row, by } = await load(ctx, id);
      const found: Link[] = [];
      for (const source of sources) found.push(...(await source(ctx, id)));
      return {
        items: found.toSorted((one, other) => other.at.localeCompare(one.at)),
        can: openings(ctx, row, by),
        from: { hospitalId: row.fromHospitalId },
        to: row.toDepartmentId ? { departmentId: row.toDepartmentId } : null,
      };
    },
  });
