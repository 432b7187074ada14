import type { Role } from '../../contract/kit.ts';
import { type DemoDepartment, departmentsOf } from './departments.ts';
import { type DemoHospital, HOSPITALS, isOpenSlot } from './hospitals.ts';
import { nameAt } from './names.ts';
import { type Random, randomFrom } from './random.ts';

export interface DemoPerson {
  /** `<hospital>.<who>`. */
  account: string;
  name: string;
  title: string;
  hospital: DemoHospital;
  department: DemoDepartment | null;
  role: Role;
  /** Duty line of a specialist. */
  line: 1 | 2 | null;
}

/** The people of the tour; all others get a name of their place. */
const NAMED: Record<string, string> = {
  'leibo.doctor': '马海木呷',
  'leibo.doctor2': '曲比阿乌',
  'leibo.admin': '沙马日哈',
  'leibo.center': '杨晓岚',
  'leibo.auditor': '吉克子石',
  'xiangshan.specialist': '陈屿',
  'xiangshan.specialist2': '许棠',
  'xiangshan.neuro': '王澜',
  'xiangshan.center': '周岚',
  'xiangshan.admin': '沈知夏',
  'jinchuan.doctor': '泽仁多吉',
  'huzhou.specialist': '吴长河',
  'pingchang.doctor': '李思远',
  'jinjiang.specialist': '唐景行',
  'jinjiang.center': '罗静',
  'zhou.admin': '何敏',
  'zhou.auditor': '郑书瑶',
};

/** The department whose first and second line are `<hospital>.specialist` and `.specialist2`. */
export const LEADING: Record<string, string> = {
  xiangshan: 'cardiology',
  beilun: 'obstetrics',
  haishu: 'neurology',
  xixi: 'neonatology',
  huzhou: 'orthopaedics',
  shangcheng: 'emergency',
  jinjiang: 'icu',
  yandu: 'neuro',
};

type Post = Omit<DemoPerson, 'name' | 'account' | 'hospital'> & { who: string };

const OFFICES: readonly Post[] = [
  { who: 'center', title: '远程医学中心协调员', department: null, role: 'coordinator', line: null },
  { who: 'admin', title: '医务科科长', department: null, role: 'admin', line: null },
  { who: 'auditor', title: '审计员', department: null, role: 'auditor', line: null },
];
const OVERSEEING: readonly Post[] = [
  { who: 'admin', title: '医政医管科科长', department: null, role: 'admin', line: null },
  { who: 'auditor', title: '审计员', department: null, role: 'auditor', line: null },
];

const specialists = (department: DemoDepartment): Post[] => {
  const who = LEADING[department.hospital.key] === department.key ? 'specialist' : department.key;
  return [
    { who, title: '副主任医师', department, role: 'specialist', line: 1 },
    { who: `${who}2`, title: '主任医师', department, role: 'specialist', line: 2 },
  ];
};

const doctors = (department: DemoDepartment): Post[] => {
  const who = department.key === 'emergency' ? 'doctor' : department.key;
  return [
    { who, title: '主治医师', department, role: 'doctor', line: null },
    { who: `${who}2`, title: department.key === 'emergency' ? '住院医师' : '副主任医师', department, role: 'doctor', line: null },
  ];
};

const posts = (hospital: DemoHospital): readonly Post[] => {
  if (hospital.kind === 'overseer') return OVERSEEING;
  const clinical = hospital.kind === 'county' ? doctors : specialists;
  return [...departmentsOf(hospital.key).flatMap(clinical), ...OFFICES];
};

/** No two people of the demo share a name, so that a screenshot never raises the question. */
const nobodyElses = (hospital: DemoHospital, taken: Set<string>, random: Random): string => {
  let name = nameAt(hospital.place, random);
  while (taken.has(name)) name = nameAt(hospital.place, random);
  taken.add(name);
  return name;
};

const everybody = (): DemoPerson[] => {
  const random = randomFrom(3);
  const taken = new Set(Object.values(NAMED));
  return HOSPITALS.filter((hospital) => !isOpenSlot(hospital)).flatMap((hospital) =>
    posts(hospital).map(({ who, ...post }) => {
      const account = `${hospital.key}.${who}`;
      return { ...post, account, hospital, name: NAMED[account] ?? nobodyElses(hospital, taken, random) };
    }),
  );
};

export const PEOPLE: readonly DemoPerson[] = everybody();

export const peopleOf = (department: DemoDepartment): DemoPerson[] => PEOPLE.filter((person) => person.department === department);
