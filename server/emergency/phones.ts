import type { z } from 'zod';
import type { CenterView, Emergency, emergency } from '../../contract/emergency.ts';
import type { EmergencyCenter } from '../db/generated/client.ts';
import { hospitalRef } from '../directory/refs.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

interface Ends {
  fromHospitalId: string;
  fromDepartmentId: string;
  toHospitalId: string | null;
  toDepartmentId: string | null;
}

const namesOf = async ({ db }: Ctx, ends: readonly Ends[]) => {
  const pick = (of: (ends: Ends) => (string | null)[]) => [...new Set(ends.flatMap(of))].filter((id) => id !== null);
  const hospitals = await db.hospital.findMany({ where: { id: { in: pick((e) => [e.fromHospitalId, e.toHospitalId]) } } });
  const departments = await db.department.findMany({
    where: { id: { in: pick((e) => [e.fromDepartmentId, e.toDepartmentId]) } },
  });
  return {
    hospitals: new Map(hospitals.map((hospital) => [hospital.id, hospital])),
    departments: new Map(departments.map((department) => [department.id, department])),
  };
};
type Names = Awaited<ReturnType<typeof namesOf>>;

/** Duty lines first, then the desks: what to dial while nobody has answered. */
const dialled = ({ hospitals, departments }: Names, ends: Ends): z.input<typeof Emergency>['phones'] => {
  const sides = [
    [ends.toHospitalId, ends.toDepartmentId],
    [ends.fromHospitalId, ends.fromDepartmentId],
  ] as const;
  const lines = sides.flatMap(([hospitalId, departmentId]) => {
    const [hospital, department] = [hospitals.get(hospitalId ?? ''), departments.get(departmentId ?? '')];
    return hospital && department
      ? [{ hospital: hospitalRef(hospital), department: department.name, phone: department.dutyPhone }]
      : [];
  });
  const desks = sides.flatMap(([hospitalId]) => {
    const hospital = hospitals.get(hospitalId ?? '');
    return hospital ? [{ hospital: hospitalRef(hospital), department: null, phone: hospital.centerPhone }] : [];
  });
  return [...lines, ...desks];
};

export const phonesOf = async (ctx: Ctx, ends: Ends): Promise<z.input<typeof Emergency>['phones']> =>
  dialled(await namesOf(ctx, [ends]), ends);

const endsOf = (center: EmergencyCenter): Ends => ({
  fromHospitalId: center.hospitalId,
  fromDepartmentId: center.departmentId,
  toHospitalId: center.partnerHospitalId,
  toDepartmentId: center.partnerDepartmentId,
});

const centerView = (center: EmergencyCenter, names: Names): z.input<typeof CenterView> => {
  const ends = endsOf(center);
  const [to, department] = [names.hospitals.get(ends.toHospitalId ?? ''), names.departments.get(ends.toDepartmentId ?? '')];
  return {
    center: center.center,
    hospital: hospitalRef(names.hospitals.get(ends.fromHospitalId)!),
    department: names.departments.get(ends.fromDepartmentId)!.name,
    partner: to && department ? { hospital: hospitalRef(to), department: department.name } : null,
    phones: dialled(names, ends),
  };
};

/** The centers of the asker's hospitals, for the device to keep. */
export const centers = async (ctx: Ctx): Promise<z.input<typeof emergency.centers.output>> => {
  const own = holding(ctx.actor, 'doctor', 'coordinator').map(({ hospitalId }) => hospitalId);
  const rows = await ctx.db.emergencyCenter.findMany({
    where: { hospitalId: { in: own } },
    orderBy: [{ hospitalId: 'asc' }, { center: 'asc' }],
  });
  const names = await namesOf(ctx, rows.map(endsOf));
  return { items: rows.map((row) => centerView(row, names)) };
};
