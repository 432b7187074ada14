import type { z } from 'zod';
import type { ConsultRequest, OpinionBody } from '../contract/consults.ts';
import { departmentId } from '../prisma/seed/departments.ts';

type Request = z.input<typeof ConsultRequest>;
/** Of a patient who is stated, and not taken from a case of a center. */
type Stated<R extends { patient?: unknown }> = R & { patient: NonNullable<R['patient']> };
type Stat = Stated<Extract<Request, { urgency: 'stat' }>>;
type Full = Stated<Extract<Request, { urgency: 'urgent' }>>;

/** 象山 cardiology: `xiangshan.specialist` on the first line, `xiangshan.specialist2` on the second. */
export const CARDIOLOGY = departmentId('xiangshan', '03.04');

/** A stranger with one question: all that a STAT needs. */
export const stat = (more: Partial<Stat> = {}): Stat => ({
  urgency: 'stat',
  toDepartmentId: CARDIOLOGY,
  patient: { known: false, sex: 'male', approximateAge: 60 },
  purpose: '胸痛两小时，是否立即溶栓？',
  callbackPhone: '0834-8822120',
  ...more,
});

/** A synthetic person with everything that an ordinary request wants. */
export const urgent = (more: Partial<Full> = {}): Full => ({
  urgency: 'urgent',
  toDepartmentId: CARDIOLOGY,
  patient: {
    known: true,
    name: '阿牛木嘎',
    sex: 'male',
    birthDate: '1962-03-14',
    idNumber: '513437196203140009',
    phone: '15400099001',
    visitNo: 'ZY20260001',
  },
  dx: { name: '急性前壁心肌梗死', code: 'I21.0' },
  reason: '本院无介入条件',
  purpose: '是否转运行介入治疗？',
  callbackPhone: '0834-8822120',
  summary: '男，64 岁，突发胸痛 2 小时，V1–V4 导联 ST 段抬高。',
  consent: { state: 'signed', signer: 'relative', signerName: '阿牛伍呷', feeExplained: true },
  ...more,
});
export const routine = (more: Partial<Full> = {}): Request => ({ ...urgent(more), urgency: 'routine' });

export const OPINION: z.output<typeof OpinionBody> = {
  diagnosis: '急性前壁 ST 段抬高型心肌梗死',
  basis: 'V1–V4 导联 ST 段弓背向上抬高',
  furtherTests: '复查心电图、肌钙蛋白',
  treatment: '无禁忌即刻溶栓，90 分钟评估再通',
  risks: '出血、再灌注心律失常',
  transfer: 'consider',
  transferNote: '溶栓后转运',
  followUp: '24 小时',
  amendment: '',
};
