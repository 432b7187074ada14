import type { Center } from '../../contract/emergencyNodes.ts';
import type { Prisma } from '../../server/db/generated/client.ts';
import { agreements } from './agreements.ts';
import { departmentId, departmentsOf } from './departments.ts';
import { HOSPITALS, hospitalId } from './hospitals.ts';
import { idOf } from './ids.ts';

/** Whose department comes in the county, and which the partner is asked for. */
const TEAMS: Record<Center, readonly [own: string, partner: string]> = {
  chestPain: ['20', '03.04'],
  stroke: ['20', '03.03'],
  trauma: ['04', '20'],
  maternal: ['05.02', '05.02'],
  newborn: ['07', '07.01'],
};

const has = (hospital: string, code: string): boolean => departmentsOf(hospital).some((department) => department.code === code);

/** The first partner whose agreement still runs and who has the department. */
const partnerOf = (county: string, code: string, now: Date) =>
  agreements(now).find(({ inviter, invitee, validTo }) => inviter === county && validTo > now && has(invitee, code))?.invitee;

const rowsOf = (county: string, now: Date): Prisma.EmergencyCenterCreateManyInput[] =>
  Object.entries(TEAMS).map(([center, [own, code]]) => {
    const partner = partnerOf(county, code, now);
    return {
      id: idOf('emergencyCenter', county, center),
      hospitalId: hospitalId(county),
      center: center as Center,
      departmentId: departmentId(county, own),
      ...(partner && { partnerHospitalId: hospitalId(partner), partnerDepartmentId: departmentId(partner, code) }),
    };
  });

/** 五大中心 of every county hospital. */
export const centerRows = (now: Date): Prisma.EmergencyCenterCreateManyInput[] =>
  HOSPITALS.filter(({ kind }) => kind === 'county').flatMap(({ key }) => rowsOf(key, now));
