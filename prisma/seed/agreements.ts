import type { Prisma } from '../../server/db/generated/client.ts';
import { shanghaiDay } from '../../server/directory/week.ts';
import { departmentsOf } from './departments.ts';
import { hospitalId } from './hospitals.ts';
import { idOf } from './ids.ts';

const DAY = 86_400_000;
/** All began before the demo history does. */
const BEGAN_DAYS_AGO = 1_000;

type PartnerType = 'eastWest' | 'inProvince' | 'alliance';
type Line = readonly [inviter: string, invitee: string, type: PartnerType, endsInDays: number];

/** Paired counties ask their own partner first; everybody may ask 锦江. One has run out, one is about to. */
const LINES: readonly Line[] = [
  ['leibo', 'xiangshan', 'eastWest', 420],
  ['leibo', 'xixi', 'eastWest', 300],
  ['meigu', 'beilun', 'eastWest', 510],
  ['meigu', 'xixi', 'eastWest', -30],
  ['yanyuan', 'haishu', 'eastWest', 365],
  ['yuexi', 'xixi', 'eastWest', 240],
  ['yuexi', 'xiangshan', 'eastWest', 240],
  ['jinchuan', 'huzhou', 'eastWest', 600],
  ['xiaojin', 'shangcheng', 'eastWest', 20],
  ['xiaojin', 'huzhou', 'eastWest', 400],
  ['aba', 'shangcheng', 'eastWest', 330],
  ['maerkang', 'huzhou', 'eastWest', 450],
  ['maoxian', 'haishu', 'eastWest', 280],
  ['pingchang', 'jinjiang', 'inProvince', 700],
  ['pingchang', 'yandu', 'inProvince', 520],
  ...['leibo', 'meigu', 'yanyuan', 'yuexi', 'jinchuan', 'xiaojin', 'aba', 'maerkang', 'maoxian'].map(
    (county): Line => [county, 'jinjiang', 'alliance', 480],
  ),
];

/** The seven contents that 远程医疗 agreements must have. */
const TERMS = {
  purpose: '提升县域急危重症与常见病诊疗能力，让群众在家门口获得跨省优质医疗服务。',
  conditions: '双方均为依法执业的医疗机构，配备双路网络、不间断电源与合格的远程会诊设备。',
  content: '远程会诊（普通、急、特急）、教学查房与手术指导；具体科目见附件。',
  process: '邀请方提出书面申请并附患者同意书，受邀方按时限应答，签署意见后由邀请方采纳执行。',
  duties: '邀请方保证病历资料真实完整并安排执业医师陪同；受邀方安排独立执业三年以上医师应诊。',
  risk: '因不可抗力或链路中断造成的延误，双方及时改用电话，并如实记录。',
  liability: '会诊意见供参考，诊疗方案由邀请方决定并承担责任；诊断类服务由双方按资料与报告分担。',
};

export interface DemoAgreement {
  id: string;
  inviter: string;
  invitee: string;
  invitedCodes: string[];
  /** First and last day on which it holds, in Asia/Shanghai, as the date columns have them. */
  validFrom: Date;
  validTo: Date;
  partnerType: PartnerType;
}

const dayFrom = (now: Date, days: number): Date => new Date(shanghaiDay(now).getTime() + days * DAY);

export const agreements = (now: Date): DemoAgreement[] =>
  LINES.map(([inviter, invitee, partnerType, endsInDays]) => ({
    id: idOf('agreement', inviter, invitee),
    inviter,
    invitee,
    partnerType,
    invitedCodes: departmentsOf(invitee).map(({ code }) => code),
    validFrom: dayFrom(now, -BEGAN_DAYS_AGO),
    validTo: dayFrom(now, endsInDays),
  }));

export const agreementRow = ({ inviter, invitee, ...rest }: DemoAgreement): Prisma.AgreementCreateManyInput => ({
  ...rest,
  inviterId: hospitalId(inviter),
  inviteeId: hospitalId(invitee),
  terms: TERMS,
});
