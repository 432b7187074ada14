import type { Prisma } from '../../server/db/generated/client.ts';
import { idOf } from './ids.ts';

type Place = 'liangshan' | 'aba' | 'bazhong' | 'zhejiang' | 'sichuan';

export interface DemoHospital {
  /** First half of its people's accounts. */
  key: string;
  name: string;
  shortName: string;
  kind: 'county' | 'partner' | 'overseer';
  uscc: string | null;
  division: string;
  city: string;
  place: Place;
  areaCode: string;
  /** Of the county town, approximate; only where it shifts a reading of oxygen saturation. */
  altitudeM?: number;
}

type Line = readonly [
  key: string,
  name: string,
  shortName: string,
  uscc: string | null,
  division: string,
  place: Place,
  altitudeM?: number,
];

/** USCC bodies `DEM…` are fictional, their check characters are right. */
const COUNTIES: readonly Line[] = [
  ['leibo', '雷波县人民医院', '雷波', '12513437DEM000014U', '513437', 'liangshan'],
  ['meigu', '美姑县人民医院', '美姑', '12513436DEM0000228', '513436', 'liangshan', 2080],
  ['yanyuan', '盐源县人民医院', '盐源', '12513423DEM0000308', '513423', 'liangshan', 2490],
  ['yuexi', '越西县人民医院', '越西', '12513434DEM0000493', '513434', 'liangshan', 1660],
  ['jinchuan', '金川县人民医院', '金川', '12513226DEM0000571', '513226', 'aba', 2170],
  ['xiaojin', '小金县人民医院', '小金', '12513227DEM000065A', '513227', 'aba', 2370],
  ['aba', '阿坝县人民医院', '阿坝县', '12513231DEM000073X', '513231', 'aba', 3290],
  ['maerkang', '马尔康市人民医院', '马尔康', '12513201DEM000081A', '513201', 'aba', 2600],
  ['maoxian', '茂县人民医院', '茂县', '12513223DEM00009XX', '513223', 'aba', 1590],
  ['pingchang', '平昌县人民医院', '平昌', '12511923DEM0001022', '511923', 'bazhong'],
  ['county11', '待公布县医院-11(演示)', '待公布-11', null, '510000', 'sichuan'],
  ['county12', '待公布县医院-12(演示)', '待公布-12', null, '510000', 'sichuan'],
  ['county13', '待公布县医院-13(演示)', '待公布-13', null, '510000', 'sichuan'],
];

const PARTNERS: readonly Line[] = [
  ['xiangshan', '象山县港湾医院(演示)', '象山港湾', '12330225DEM001041U', '330225', 'zhejiang'],
  ['beilun', '宁波北仑滨海医院(演示)', '北仑滨海', '12330206DEM0010683', '330206', 'zhejiang'],
  ['haishu', '宁波海曙联合医院(演示)', '海曙联合', '12330203DEM001025A', '330203', 'zhejiang'],
  ['xixi', '杭州西溪妇儿医院(演示)', '西溪妇儿', '12330106DEM00105XX', '330106', 'zhejiang'],
  ['huzhou', '湖州苕溪中心医院(演示)', '湖州苕溪', '12330502DEM0010336', '330502', 'zhejiang'],
  ['shangcheng', '杭州上城急救医院(演示)', '上城急救', '12330102DEM001017U', '330102', 'zhejiang'],
  ['jinjiang', '锦江综合医院(演示)', '锦江综合', null, '510104', 'sichuan'],
  ['yandu', '盐都第四医院(演示)', '盐都四院', null, '510302', 'sichuan'],
];

const OVERSEERS: readonly Line[] = [['zhou', '阿坝凉山卫生健康委(演示)', '州卫健委', null, '510000', 'sichuan']];

/** By the first four digits of the GB/T 2260 code. */
const CITIES: Record<string, readonly [city: string, areaCode: string]> = {
  5134: ['凉山彝族自治州', '0834'],
  5132: ['阿坝藏族羌族自治州', '0837'],
  5119: ['巴中市', '0827'],
  5100: ['四川省', '028'],
  5101: ['成都市', '028'],
  5103: ['自贡市', '0813'],
  3302: ['宁波市', '0574'],
  3301: ['杭州市', '0571'],
  3305: ['湖州市', '0572'],
};

const hospital =
  (kind: DemoHospital['kind']) =>
  ([key, name, shortName, uscc, division, place, altitudeM]: Line): DemoHospital => {
    const [city, areaCode] = CITIES[division.slice(0, 4)]!;
    return { key, name, shortName, kind, uscc, division, city, place, areaCode, ...(altitudeM && { altitudeM }) };
  };

export const HOSPITALS: readonly DemoHospital[] = [
  ...COUNTIES.map(hospital('county')),
  ...PARTNERS.map(hospital('partner')),
  ...OVERSEERS.map(hospital('overseer')),
];

/** Slots of the programme whose county is not yet public: no people, no agreement. */
export const isOpenSlot = ({ key }: DemoHospital): boolean => key.startsWith('county');

export const hospitalId = (key: string): string => idOf('hospital', key);

/** Nobody can be reached there: no local number begins with 000. */
export const landline = ({ key, areaCode }: DemoHospital, extension: number): string => {
  const place = HOSPITALS.findIndex((other) => other.key === key) + 1;
  return `${areaCode}-000${String(place).padStart(2, '0')}${String(extension).padStart(3, '0')}`;
};

export const hospitalRow = (of: DemoHospital): Prisma.HospitalCreateManyInput => ({
  id: hospitalId(of.key),
  name: of.name,
  shortName: of.shortName,
  kind: of.kind,
  uscc: of.uscc,
  division: of.division,
  city: of.city,
  centerPhone: landline(of, 120),
  altitudeM: of.altitudeM ?? null,
});
