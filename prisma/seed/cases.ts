import type { ConsultVerb, OpinionBody } from '../../contract/consults.ts';
import { opinionHash } from '../../server/consults/opinion.ts';
import type { Prisma } from '../../server/db/generated/client.ts';
import { type DemoDepartment, departmentId } from './departments.ts';
import { hospitalId, landline } from './hospitals.ts';
import { type Deed, statusAfter } from './lives.ts';
import { nameAt } from './names.ts';
import { personId } from './network.ts';
import type { DemoPatient } from './patients.ts';
import { type DemoPerson, PEOPLE, peopleOf } from './people.ts';
import type { Random } from './random.ts';
import type { DemoRequest } from './requests.ts';

/** The rows that one consult leaves behind. */
export interface CaseRows {
  patient: Prisma.PatientCreateManyInput;
  consult: Prisma.ConsultCreateManyInput;
  steps: Prisma.ConsultStepCreateManyInput[];
  opinions: Prisma.OpinionCreateManyInput[];
  advices: Prisma.AdviceCreateManyInput[];
}

export interface Draft {
  id: string;
  consultNo: string;
  request: DemoRequest;
  patient: DemoPatient;
  deeds: readonly Deed[];
  limits: Prisma.InputJsonObject;
  responseDue(sentAt: Date): Date;
}

const FOLLOW_UP = {
  now: '转运后由接收医院随访',
  consider: '24 小时内复评，病情变化随时再次会诊',
  notNeeded: '1 周后门诊复查',
} as const;
const WAY = { now: '途中持续监护，备抢救设备与电话联系', consider: '转运前再次评估', notNeeded: '' } as const;

const bodyOf = ({ story: { opinion } }: DemoRequest): OpinionBody => ({
  ...opinion,
  furtherTests: '复查相关化验与影像，结果及时上传',
  transferNote: WAY[opinion.transfer],
  followUp: FOLLOW_UP[opinion.transfer],
});

const coordinatorOf = ({ hospital }: DemoDepartment): DemoPerson =>
  PEOPLE.find(({ account }) => account === `${hospital.key}.center`)!;

const last = (deeds: readonly Deed[], ...verbs: readonly ConsultVerb[]): Date | null =>
  deeds.findLast(({ verb }) => verbs.includes(verb))?.at ?? null;

/** Who did it; null for the clock, and for the call the consultant whose joining it was. */
const doer = ({ from, to, requester }: DemoRequest, consultant: DemoPerson, { by }: Deed): DemoPerson | null => {
  if (by === 'clock') return null;
  if (by === 'requester') return requester;
  if (by === 'inviterDesk') return coordinatorOf(from);
  return by === 'inviteeDesk' ? coordinatorOf(to) : consultant;
};

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
  return verb === 'sendBack' ? { note: '请补充近 24 小时心电图与肌钙蛋白复查结果' } : {};
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

const consultOf = (random: Random, draft: Draft, consultant: DemoPerson): Prisma.ConsultCreateManyInput => {
  const { id, consultNo, request, patient, deeds, limits } = draft;
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

interface Typed {
  advised: { typedAt: Date; answeredAt: Date } | null;
}

/** 口头意见 of a STAT: typed while they talk, confirmed half a minute later. */
const advisedAt = (random: Random, { request, deeds }: Draft): Typed['advised'] => {
  const begun = last(deeds, 'begin', 'answerByPhone');
  if (!begun || request.urgency !== 'stat' || !random.chance(0.7)) return null;
  const typedAt = new Date(begun.getTime() + random.int(150, 720) * 1000);
  return { typedAt, answeredAt: new Date(typedAt.getTime() + random.int(12, 45) * 1000) };
};

const adviceRows = ({ id, request }: Draft, advised: Typed['advised']): Prisma.AdviceCreateManyInput[] =>
  advised
    ? [
        {
          consultId: id,
          text: request.story.opinion.treatment.split('；')[0]!,
          typedById: personId(request.requester.account),
          state: 'confirmed',
          ...advised,
        },
      ]
    : [];

const stepRows = ({ id, request, deeds }: Draft, consultant: DemoPerson, advised: Typed['advised']) => {
  const told = deeds.map((deed) => ({ verb: deed.verb as string, at: deed.at, person: doer(request, consultant, deed) }));
  const first = { verb: 'request', at: request.sentAt, person: request.requester };
  const spoken = advised
    ? [
        { verb: 'advise', at: advised.typedAt, person: request.requester },
        { verb: 'confirmAdvice', at: advised.answeredAt, person: consultant },
      ]
    : [];
  return [first, ...told, ...spoken]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ verb, at, person }) => ({ consultId: id, verb, at, personId: person && personId(person.account) }));
};

/** Each signing is a version; the hash is the one that the consults room computes. */
const opinionRows = ({ id, request, deeds }: Draft, signer: DemoPerson): Prisma.OpinionCreateManyInput[] =>
  deeds
    .filter(({ verb }) => verb === 'sign' || verb === 'amend')
    .map(({ at }, place) => {
      const content = { consultId: id, version: place + 1, body: bodyOf(request), signerId: personId(signer.account) };
      return {
        ...content,
        signerName: signer.name,
        signerTitle: signer.title,
        hospital: signer.hospital.name,
        signedAt: at,
        hash: opinionHash({ ...content, signedAt: at.toISOString() }),
      };
    });

/** All rows of one consult; the first line answers most of them. */
export const caseRows = (random: Random, draft: Draft): CaseRows => {
  const [first, second] = peopleOf(draft.request.to) as [DemoPerson, DemoPerson];
  const consultant = random.chance(0.78) ? first : second;
  const advised = advisedAt(random, draft);
  return {
    patient: draft.patient.row,
    consult: consultOf(random, draft, consultant),
    steps: stepRows(draft, consultant, advised),
    opinions: opinionRows(draft, consultant),
    advices: adviceRows(draft, advised),
  };
};
