import type { Prisma } from '../../server/db/generated/client.ts';
import { departmentId } from './departments.ts';
import { type CaseRows, type Draft, last } from './drafts.ts';
import { hospitalId, landline } from './hospitals.ts';
import { type Deed, statusAfter } from './lives.ts';
import { nameAt } from './names.ts';
import { personId } from './network.ts';
import type { DemoPatient } from './patients.ts';
import type { Random } from './random.ts';
import type { DemoRequest } from './requests.ts';
import { trailOf } from './trails.ts';

const fill = (text: string, { sexWord, age }: DemoPatient, random: Random): string =>
  text
    .replace('{sex}', sexWord)
    .replace('{age}', String(age))
    .replace('{hours}', String(random.int(1, 6)));

const DECLINES = [
  ['operating', '两线均在手术，建议改请重症医学科'],
  ['otherSpecialty', '病情属其他专科，建议重新申请'],
  ['other', '院内突发公共事件，暂不能应诊'],
] as const;
const CANCELS = ['病情好转，暂不需要会诊', '患者已直接转院', '家属放弃', '已另行联系上级医院'];
const DOUBTS = ['本院暂无该检查条件，其余照做', '家属不同意转运，余建议执行', '患者病情变化，已调整方案'];

const endings = (random: Random, deeds: readonly Deed[]) => {
  const verb = deeds.at(-1)?.verb;
  if (verb === 'decline') {
    const [declineReason, note] = random.pick(DECLINES);
    return { declineReason, note };
  }
  if (verb === 'cancel') return { note: random.pick(CANCELS) };
  return verb === 'sendBack' ? { note: '请补充最近一次影像原片与化验复查结果' } : {};
};

const adopted = (random: Random, { requester }: DemoRequest, at: Date | null) => {
  if (!at) return {};
  const adoption = random.weighted([
    ['full', 78],
    ['partial', 17],
    ['none', 5],
  ] as const);
  const adoptionReason = adoption === 'full' ? null : random.pick(DOUBTS);
  return { adoption, adoptionReason, acknowledgedById: personId(requester.account), acknowledgedAt: at };
};

const outcomeOf = (random: Random, { story: { opinion } }: DemoRequest) => {
  const transferred = { now: 60, consider: 30, notNeeded: 4 }[opinion.transfer];
  return random.weighted([
    ['continuedLocally', 100 - transferred],
    ['transferred', transferred],
    ['died', 2],
    ['selfDischarged', 3],
    ['other', 2],
  ] as const);
};

const signerOf = (random: Random, { story, urgency }: DemoRequest): 'guardian' | 'relative' | 'patient' => {
  if (story.patient === 'newborn') return 'guardian';
  return random.chance(urgency === 'routine' ? 0.3 : 0.7) ? 'relative' : 'patient';
};

const consentOf = (random: Random, request: DemoRequest): Prisma.InputJsonObject => {
  if (request.urgency === 'stat' && random.chance(0.12)) return { state: 'deferred', basis: 'lifeThreatening' };
  const signer = signerOf(random, request);
  const signerName = signer === 'patient' ? '本人' : nameAt(request.from.hospital.place, random);
  return { state: 'signed', signer, signerName, feeExplained: true };
};

const sides = ({ agreement, from, to, requester }: DemoRequest) => ({
  agreementId: agreement.id,
  fromHospitalId: hospitalId(from.hospital.key),
  fromDepartmentId: departmentId(from.hospital.key, from.code),
  requesterId: personId(requester.account),
  toHospitalId: hospitalId(to.hospital.key),
  toDepartmentId: departmentId(to.hospital.key, to.code),
  callbackPhone: landline(from.hospital, 120),
});

const consultOf = (random: Random, draft: Draft): Prisma.ConsultCreateManyInput => {
  const { id, consultNo, request, consultant, patient, deeds, limits } = draft;
  const { story, urgency } = request;
  const status = statusAfter(deeds);
  const sentAt = last(deeds, 'resend') ?? request.sentAt;
  const phonedAt = last(deeds, 'answerByPhone');
  const held = !['requested', 'returned'].includes(status) && last(deeds, 'accept', 'answerByPhone') !== null;
  const acknowledgedAt = last(deeds, 'acknowledge');
  return {
    id,
    consultNo,
    status,
    version: deeds.length + 1,
    urgency,
    patientId: patient.row.id,
    ...sides(request),
    consultantId: held ? personId(consultant.account) : null,
    dxName: story.dx,
    dxCode: story.code,
    reason: story.reason,
    purpose: story.purpose,
    summary: fill(story.summary, patient, random),
    auxResults: story.auxResults,
    consent: consentOf(random, request),
    sentAt,
    limits,
    responseDueAt: draft.responseDue(sentAt),
    acceptedAt: held ? last(deeds, 'accept', 'answerByPhone') : null,
    firstResponseAt: last(deeds, 'begin', 'answerByPhone'),
    answeredByPhone: phonedAt !== null,
    signedAt: last(deeds, 'sign', 'amend'),
    ...endings(random, deeds),
    ...adopted(random, request, acknowledgedAt),
    outcome: last(deeds, 'close') && outcomeOf(random, request),
    endedAt: last(deeds, 'close', 'decline', 'cancel', 'expire'),
  };
};

/** All rows of one consult. */
export const caseRows = (random: Random, draft: Draft): CaseRows => ({
  patient: draft.patient.row,
  consult: consultOf(random, draft),
  ...trailOf(random, draft),
});
