import type { z } from 'zod';
import type { PatientInput } from '../contract/records.ts';
import type { Sheet } from '../contract/referralSheet.ts';
import type { Referral } from '../contract/referrals.ts';
import { departmentId } from '../prisma/seed/departments.ts';
import type { Api } from './api.ts';
import { CARDIOLOGY } from './cases.ts';

/** A synthetic person. */
export const PATIENT: z.input<typeof PatientInput> = {
  known: true,
  name: '阿力么',
  sex: 'male',
  birthDate: '1985-01-01',
  visitNo: 'ZY20260017',
};

/** A sheet that lacks nothing on its way up. */
export const UP_SHEET: z.input<typeof Sheet> = {
  dx: { name: '急性前壁心肌梗死', code: 'I21.0' },
  reasons: ['U2', 'U6'],
  complaint: '胸痛 2 小时',
  presentIllness: '突发胸痛 2 小时，V1–V4 导联 ST 段抬高，已溶栓，胸痛减轻。',
  allergies: '无',
  vitals: {
    temperature: 36.8,
    pulse: 104,
    respiration: 22,
    systolic: 96,
    diastolic: 58,
    spo2: 92,
    oxygen: 'cannula',
    consciousness: 'alert',
  },
  treatments: '阿司匹林 300 mg，替格瑞洛 180 mg，尿激酶原 50 mg',
  infection: { state: 'none' },
  consent: { state: 'signed', signer: 'relative', signerName: '阿力伍呷' },
  companion: { name: '阿力伍呷', relation: '配偶', phone: '15400099001' },
  callbackPhone: '0834-8822120',
  bed: '12',
  transport: {
    mode: 'hospitalAmbulance',
    carPhone: '15400099009',
    escort: '吉木医生、护士 1 名',
    routeMinutes: 380,
    oxygenFlow: 3,
    oxygenLitres: 4000,
    risks: ['arrhythmia', 'altitude'],
  },
};

/** Another department that the agreement of the two hospitals covers. */
export const NEUROLOGY = departmentId('xiangshan', '03.03');

/** A complete draft of the county doctor, to cardiology. */
export const draftUp = async (doctor: Api): Promise<Referral> => {
  const { id, version } = await doctor.referrals.start({ direction: 'up', from: { patient: PATIENT } });
  return doctor.referrals.write({ id, version, destination: { departmentId: CARDIOLOGY }, sheet: UP_SHEET });
};

/** A green lane on its way: asked, not answered yet. */
export const sendGreen = async (doctor: Api): Promise<Referral> => {
  const draft = await draftUp(doctor);
  const { id, version } = await doctor.referrals.write({ id: draft.id, version: draft.version, lane: 'green' });
  return doctor.referrals.submit({ id, version });
};

/** A stranger on the green lane with no more than the three things that it needs; resolves to the referral's id. */
export const sendStranger = async (doctor: Api, dx: z.input<typeof Sheet>['dx']): Promise<string> => {
  const patient = { known: false, sex: 'male', approximateAge: 60 } as const;
  const { id, version } = await doctor.referrals.start({ direction: 'up', lane: 'green', from: { patient } });
  const sheet = { dx, reasons: ['U6' as const], callbackPhone: '0834-8822120' };
  const destination = { departmentId: CARDIOLOGY };
  const written = await doctor.referrals.write({ id, version, urgency: 'stat', destination, sheet });
  await doctor.referrals.submit({ id, version: written.version });
  return id;
};
