import type { Sheet } from '../contract/referralSheet.ts';
import type { Referral } from '../contract/referrals.ts';
import { departmentId } from '../prisma/seed/departments.ts';
import type { Person } from './person.ts';
import type { TestHouse } from './support.ts';

export const ICU = departmentId('jinjiang', '28');
export const EMERGENCY = departmentId('jinjiang', '20');
export const OTHER_ICU = departmentId('huzhou', '28');
export const HOME = departmentId('maerkang', '20');

export const SHEET: Sheet = {
  dx: { name: '重症急性胰腺炎', code: 'K85.9' },
  reasons: ['U4', 'U5'],
  complaint: '上腹痛 36 小时',
  presentIllness: '补液后仍少尿，乳酸 4.2，CT 示胰周坏死。',
  allergies: '青霉素皮试阴性',
  vitals: { temperature: 38.6, pulse: 124, respiration: 28, systolic: 96, diastolic: 58, spo2: 92, oxygen: 'mask' },
  treatments: '补液 3200 mL，美罗培南 1 g',
  infection: { state: 'none' },
  consent: { state: 'signed', signer: 'relative', signerName: '阿力伍合' },
  companion: { name: '阿力伍合', relation: '配偶', phone: '15400099002' },
  callbackPhone: '0837-2822120',
  transport: { mode: 'hospitalAmbulance', routeMinutes: 380, oxygenFlow: 5, oxygenLitres: 4000 },
};
export const SUMMARY = {
  diagnosis: '重症急性胰腺炎',
  course: '入 ICU 后液体复苏、CRRT 3 天，第 9 天转普通病房。',
  condition: 'improved',
  medication: '胰酶肠溶胶囊 每日三次',
  advice: '低脂饮食，2 周后复查腹部 CT',
} as const;
const HOME_SHEET: Sheet = {
  reasons: ['D1', 'D2'],
  consent: { state: 'signed', signer: 'patient', signerName: '阿力么' },
  homePlan: { rehabilitation: '床边康复每日两次', medication: '胰酶肠溶胶囊', followUp: '2 周复查', followUpAt: '2026-12-10' },
};

const HOUR = 3_600_000;

/** The people of one pair of hospitals, 马尔康 and 锦江, and the ways a referral can have come. */
export interface Journey {
  doctor: Person;
  office: Person;
  receiver: Person;
  desk: Person;
  draft(more?: { lane?: 'green' | 'elective'; departmentId?: string; sheet?: Sheet }): Promise<Referral>;
  submitted(): Promise<Referral>;
  accepted(): Promise<Referral>;
  arranged(): Promise<Referral>;
  departed(): Promise<Referral>;
  arrived(): Promise<Referral>;
  treated(): Promise<Referral>;
  discharged(): Promise<Referral>;
  summaryReturned(): Promise<Referral>;
  /** A green lane that left the sender's hands with three things. */
  green(): Promise<Referral>;
  /** The 下转 of one whose summary has been returned, sent to the county. */
  wayHome(origin?: Referral): Promise<Referral>;
  later(hours: number): string;
  quiet(): Promise<void>;
}

export const journey = async (h: TestHouse): Promise<Journey> => {
  const [doctor, office] = [await h.person('maerkang.doctor'), await h.person('maerkang.center')];
  const [receiver, desk] = [await h.person('jinjiang.specialist'), await h.person('jinjiang.center')];
  const sender = doctor.api.referrals;
  const later = (hours: number) => new Date(h.clock.now().getTime() + hours * HOUR).toISOString();
  const draft: Journey['draft'] = async ({ lane = 'elective', departmentId = ICU, sheet = SHEET } = {}) => {
    const patient = { known: true, name: '阿力么', sex: 'male', birthDate: '1985-04-02' } as const;
    const { id, version } = await sender.start({ direction: 'up', lane, from: { patient } });
    return sender.write({ id, version, destination: { departmentId }, sheet });
  };
  const submitted = async () => {
    const { id, version } = await draft();
    await sender.submit({ id, version });
    return office.api.referrals.approve({ id });
  };
  const accepted = async () => receiver.api.referrals.accept({ id: (await submitted()).id });
  const arranged = async () =>
    desk.api.referrals.arrange({ id: (await accepted()).id, expectedAt: later(7), attending: '高远', place: '急诊楼 3 层 ICU' });
  const departed = async () => sender.depart({ id: (await arranged()).id });
  const arrived = async () => receiver.api.referrals.arrive({ id: (await departed()).id });
  const treated = async () => receiver.api.referrals.admit({ id: (await arrived()).id, way: 'icu' });
  const discharged = async () => receiver.api.referrals.discharge({ id: (await treated()).id, at: h.clock.now().toISOString() });
  const summaryReturned = async () => receiver.api.referrals.returnSummary({ id: (await discharged()).id, summary: SUMMARY });
  return {
    doctor,
    office,
    receiver,
    desk,
    draft,
    submitted,
    accepted,
    arranged,
    departed,
    arrived,
    treated,
    discharged,
    summaryReturned,
    later,
    async green() {
      const { dx, reasons, callbackPhone } = SHEET;
      const { id, version } = await draft({ lane: 'green', sheet: { dx, reasons, callbackPhone } });
      return sender.submit({ id, version });
    },
    async wayHome(origin) {
      const { id: originId } = origin ?? (await summaryReturned());
      const begun = await receiver.api.referrals.start({ direction: 'down', from: { originId } });
      const { id, version } = await receiver.api.referrals.write({ id: begun.id, version: begun.version, sheet: HOME_SHEET });
      return receiver.api.referrals.submit({ id, version });
    },
    async quiet() {
      const now = h.clock.now();
      await h.db.deadline.updateMany({ where: { settledAt: null }, data: { settledAt: now } });
      await h.db.page.updateMany({ where: { status: 'ringing' }, data: { status: 'stopped', settledAt: now } });
    },
  };
};
