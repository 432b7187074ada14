import type { Prisma } from '../../server/db/generated/client.ts';
import { type DemoHospital, HOSPITALS, hospitalId, landline } from './hospitals.ts';
import { idOf } from './ids.ts';

export interface DemoDepartment {
  hospital: DemoHospital;
  /** Second half of its people's accounts. */
  key: string;
  /** 诊疗科目. */
  code: string;
  name: string;
}

type Line = readonly [key: string, code: string, name: string];

const OF_PARTNER: readonly Line[] = [
  ['cardiology', '03.04', '心血管内科'],
  ['neurology', '03.03', '神经内科'],
  ['neuro', '04.02', '神经外科'],
  ['orthopaedics', '04.03', '骨科'],
  ['obstetrics', '05.02', '产科'],
  ['neonatology', '07.01', '新生儿科'],
  ['emergency', '20', '急诊医学科'],
  ['icu', '28', '重症医学科'],
];
const OF_COUNTY: readonly Line[] = [
  ['emergency', '20', '急诊科'],
  ['medicine', '03', '内科'],
  ['surgery', '04', '外科'],
  ['obstetrics', '05.02', '产科'],
  ['paediatrics', '07', '儿科'],
];
/** A women's and children's hospital has no heart or bone to offer. */
const OF_XIXI = new Set(['05.02', '07.01', '20', '28']);

const linesOf = ({ kind, key }: DemoHospital): readonly Line[] => {
  if (kind === 'overseer') return [];
  if (kind === 'county') return OF_COUNTY;
  return key === 'xixi' ? OF_PARTNER.filter(([, code]) => OF_XIXI.has(code)) : OF_PARTNER;
};

export const DEPARTMENTS: readonly DemoDepartment[] = HOSPITALS.flatMap((hospital) =>
  linesOf(hospital).map(([key, code, name]) => ({ hospital, key, code, name })),
);

export const departmentsOf = (hospitalKey: string): DemoDepartment[] =>
  DEPARTMENTS.filter(({ hospital }) => hospital.key === hospitalKey);

export const departmentId = (hospitalKey: string, code: string): string => idOf('department', hospitalKey, code);

export const departmentRow = ({ hospital, code, name }: DemoDepartment): Prisma.DepartmentCreateManyInput => ({
  id: departmentId(hospital.key, code),
  hospitalId: hospitalId(hospital.key),
  code,
  name,
  dutyPhone: landline(hospital, 200 + departmentsOf(hospital.key).findIndex((other) => other.code === code)),
});
