import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { departmentId } from '../prisma/seed/departments.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { opinionHash } from '../server/consults/opinion.ts';
import { OPINION, stat, urgent } from './cases.ts';
import { atOnce, outcomes } from './overlap.ts';
import { house, type TestHouse } from './support.ts';
import { type Ward, ward } from './ward.ts';

let h: TestHouse;
let w: Ward;
beforeAll(async () => {
  h = await house();
  w = await ward(h);
});
beforeEach(() => w.quiet());
afterAll(() => h.close());

const refused = (reason: string) => expect.objectContaining({ reason });

describe('a consult', () => {
  it('walks from request to closed, and says at every step who may do what', async () => {
    const { doctor, first, desk } = w;
    const asked = await w.sendUrgent();
    const { id } = asked;
    expect(asked).toMatchObject({
      status: 'requested',
      owner: 'invitee',
      mine: false,
      can: ['answerByPhone', 'cancel'],
      missing: [],
    });
    expect(asked.consultNo).toMatch(/^HZ20261124\d{6}$/);
    expect(asked.clock).toMatchObject({ name: 'firstResponse' });
    expect((await first.api.consults.read({ id })).can).toEqual(['accept', 'sendBack']);
    expect((await desk.api.consults.read({ id })).can).toEqual(['decline', 'sendBack', 'answerByPhone']);

    const accepted = await first.api.consults.accept({ id });
    expect(accepted).toMatchObject({
      status: 'accepted',
      owner: 'consultant',
      mine: true,
      can: ['release'],
      clock: { name: 'join' },
    });
    expect(accepted.firstResponseAt).toBeNull();
    await w.join(first, id);
    const inSession = await first.api.consults.read({ id });
    expect(inSession).toMatchObject({ status: 'inSession', can: ['handOver', 'sign'], clock: { name: 'writtenOpinion' } });
    expect(inSession.firstResponseAt).not.toBeNull();

    await first.api.consults.draftOpinion({ id, opinion: { diagnosis: '前壁心梗' } });
    expect((await first.api.consults.read({ id })).opinionDraft).toEqual({ diagnosis: '前壁心梗' });
    expect((await doctor.api.consults.read({ id })).opinionDraft).toBeNull();

    const signed = await first.api.consults.sign({ id, opinion: OPINION });
    expect(signed).toMatchObject({ status: 'signed', owner: 'requester', can: ['amend'], opinionDraft: null });
    expect((await doctor.api.consults.read({ id })).can).toEqual(['acknowledge']);
    await expect(doctor.api.consults.acknowledge({ id, adoption: 'partial' })).rejects.toEqual(refused('adoption.reason'));
    const acknowledged = await doctor.api.consults.acknowledge({ id, adoption: 'partial', reason: '家属拒绝转运' });
    expect(acknowledged).toMatchObject({ status: 'acknowledged', can: ['close'], clock: null });
    const closed = await doctor.api.consults.close({ id, outcome: 'continuedLocally' });
    expect(closed).toMatchObject({ status: 'closed', owner: null, can: [], outcome: 'continuedLocally' });
    expect(closed.timeline.map(({ verb }) => verb)).toEqual(['request', 'accept', 'begin', 'sign', 'acknowledge', 'close']);
    expect(await h.db.deadline.count({ where: { subjectId: id, settledAt: null } })).toBe(0);
  });

  it('walks the same way over the socket, and tells both sides', async () => {
    const { doctor, first, relief } = w;
    const bedside = await relief.live();
    const heard: unknown[] = [];
    bedside.on('consult.changed', (change) => void heard.push(change));
    const { id } = await doctor.ask('consults.request', stat());
    expect(await first.ask('consults.accept', { id })).toMatchObject({ status: 'accepted' });
    await w.join(first, id);
    await doctor.ask('consults.advise', { id, text: '立即溶栓' });
    await first.ask('consults.sign', { id, opinion: OPINION });
    await doctor.ask('consults.acknowledge', { id, adoption: 'full' });
    expect(await doctor.ask('consults.close', { id, outcome: 'transferred' })).toMatchObject({ status: 'closed', can: [] });
    await expect.poll(() => heard.at(-1)).toEqual({ id, status: 'closed' });
    const statuses = ['requested', 'accepted', 'inSession', 'inSession', 'signed', 'acknowledged', 'closed'];
    expect(heard).toEqual(statuses.map((status) => ({ id, status })));
  });

  it('refuses alike by both doors', async () => {
    const { id } = await w.sendUrgent();
    await w.first.api.consults.accept({ id });
    const token = await w.first.token();
    const rest = await h.request
      .post(`/api/consults/${id}/sign`)
      .set('authorization', `Bearer ${token}`)
      .send({ opinion: OPINION });
    expect(rest.status).toBe(409);
    const { code, reason, message } = (rest.body as { error: { code: string; reason: string; message: string } }).error;
    await expect(w.first.ask('consults.sign', { id, opinion: OPINION })).rejects.toMatchObject({ code, reason, message });
  });

  it('goes to one specialist when two accept at once, and says who was faster', async () => {
    const { id } = await w.sendStat();
    const replies = await atOnce(h, id, [() => w.first.api.consults.accept({ id }), () => w.second.api.consults.accept({ id })]);
    expect(outcomes(replies)).toEqual(['consult.taken', 'ok']);
    const { consultant } = await w.doctor.api.consults.read({ id });
    const lost = replies.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: 'conflict', message: expect.stringContaining(consultant!.name) });
    expect(await h.db.consultStep.count({ where: { consultId: id, verb: 'accept' } })).toBe(1);
  });

  it('takes one of two decisions that two coordinators make at once', async () => {
    const { id } = await w.sendUrgent();
    const replies = await atOnce<unknown>(h, id, [
      () => w.desk.api.consults.decline({ id, reason: 'otherSpecialty' }),
      () => w.inviterDesk.api.consults.cancel({ id, note: '患者已转院' }),
    ]);
    expect(outcomes(replies)).toEqual(['consult.moved', 'ok']);
    expect(['declined', 'cancelled']).toContain((await w.doctor.api.consults.read({ id })).status);
  });

  it('answers a repeated sending with the first consult', async () => {
    const [once, again] = [
      await w.doctor.api.consults.request(stat(), { idempotencyKey: 'night-1' }),
      await w.doctor.api.consults.request(stat(), { idempotencyKey: 'night-1' }),
    ];
    expect(again.id).toBe(once.id);
  });
});

describe('who may ask whom', () => {
  it('needs an agreement in force that covers the department', async () => {
    const { doctor } = w;
    const elsewhere = departmentId('huzhou', '04.03');
    await expect(doctor.api.consults.request(stat({ toDepartmentId: elsewhere }))).rejects.toMatchObject({
      reason: 'agreement.missing',
      message: expect.stringContaining('coordinator'),
    });
    await expect(doctor.api.consults.request(stat({ toDepartmentId: crypto.randomUUID() }))).rejects.toEqual(
      refused('department'),
    );
    const between = { inviterId: hospitalId('leibo'), inviteeId: hospitalId('xiangshan') };
    const { invitedCodes } = await h.db.agreement.findFirstOrThrow({ where: between });
    await h.db.agreement.updateMany({ where: between, data: { invitedCodes: ['04.03'] } });
    await expect(doctor.api.consults.request(stat())).rejects.toEqual(refused('agreement.missing'));
    await h.db.agreement.updateMany({ where: between, data: { invitedCodes } });
  });

  it('does not exist for people without a relation to it', async () => {
    const { id } = await w.sendUrgent();
    for (const account of ['jinchuan.doctor', 'huzhou.specialist', 'xiangshan.neuro', 'huzhou.center']) {
      const stranger = await h.person(account);
      await expect(stranger.ask('consults.read', { id })).rejects.toMatchObject({ code: 'notFound' });
    }
    await expect(w.first.api.consults.read({ id })).resolves.toMatchObject({ id });
    await expect(w.relief.api.consults.cancel({ id, note: '换班取消' })).resolves.toMatchObject({ status: 'cancelled' });
  });
});

describe('sending back', () => {
  it('returns an urgent request for data and starts the clocks anew when it is sent again', async () => {
    const { id } = await w.sendUrgent();
    const returned = await w.first.api.consults.sendBack({ id, note: '请补心电图' });
    expect(returned).toMatchObject({ status: 'returned', owner: 'requester', note: '请补心电图', clock: { name: 'supplement' } });
    await h.elapse(10 * 60_000);
    const again = await w.doctor.api.consults.resend({ id });
    expect(again).toMatchObject({ status: 'requested', note: null, clock: { name: 'firstResponse' } });
    expect(Date.parse(again.clock!.dueAt) - Date.parse(again.clock!.startedAt)).toBe(30 * 60_000);
    expect(again.rings.filter(({ status }) => status === 'ringing')).toHaveLength(1);
  });

  it('is never offered for a STAT, nor may one be declined for missing data', async () => {
    const { id } = await w.sendStat();
    expect((await w.first.api.consults.read({ id })).can).toEqual(['accept']);
    await expect(w.first.api.consults.sendBack({ id, note: '补资料' })).rejects.toEqual(refused('sendBack.stat'));
    await expect(w.desk.api.consults.decline({ id, reason: 'missingData' })).rejects.toEqual(refused('decline.statMissingData'));
    const declined = await w.desk.api.consults.decline({ id, reason: 'operating', note: '全科均在手术' });
    expect(declined).toMatchObject({ status: 'declined', declineReason: 'operating', note: '全科均在手术', can: [] });
  });
});

describe('a STAT', () => {
  it('is sent with three things, says what it owes, and takes it later', async () => {
    const asked = await w.sendStat();
    const { id, version } = asked;
    expect(asked.missing).toEqual(['identity', 'dx', 'reason', 'summary', 'consent']);
    await w.first.api.consults.accept({ id });
    const { patient, ...story } = urgent();
    const filled = await w.doctor.api.consults
      .supplement({ id, version, patient, dx: story.dx, consent: story.consent })
      .catch((e) => e);
    expect(filled).toEqual(refused('consult.changed'));
    const gaps = await w.doctor.api.consults.supplement({ id, version, dx: story.dx, consent: story.consent });
    expect(gaps.missing).toEqual(['identity', 'reason', 'summary']);
    const known = await w.relief.api.consults.supplement({ id, version: gaps.version, patient });
    expect(known.patient).toMatchObject({ known: true, name: '阿牛木嘎', idNumber: '**************0009' });
    const stale = w.doctor.api.consults.supplement({ id, version, dx: { name: '主动脉夹层' } });
    await expect(stale).rejects.toEqual(refused('consult.changed'));
    await expect(w.first.ask('consults.supplement', { id, version })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('takes verbal advice that the specialist confirms with a tap', async () => {
    const { id } = await w.sendStat();
    await w.first.api.consults.accept({ id });
    await w.join(w.first, id);
    const typed = await w.doctor.api.consults.advise({ id, text: '立即溶栓，瑞替普酶 18 mg' });
    const [advice] = typed.advices;
    expect(advice).toMatchObject({ state: 'waiting', answeredAt: null });
    expect(typed.clock).toMatchObject({ name: 'verbalOpinion' });
    const answer = { id, adviceId: advice!.id, confirmed: true };
    await expect(w.doctor.ask('consults.answerAdvice', answer)).rejects.toMatchObject({ code: 'forbidden' });
    const confirmed = await w.first.api.consults.answerAdvice(answer);
    expect(confirmed.advices[0]).toMatchObject({ state: 'confirmed', answeredAt: expect.any(String) });
    expect(confirmed.clock).toMatchObject({ name: 'writtenOpinion' });
    expect(Date.parse(confirmed.clock!.dueAt) - Date.parse(confirmed.firstResponseAt!)).toBe(6 * 3_600_000);
    await expect(w.first.api.consults.answerAdvice(answer)).rejects.toEqual(refused('advice.answered'));
  });
});

describe('an opinion', () => {
  it('is signed over its content, can be checked, and is never changed', async () => {
    const { id, opinions } = await w.signed();
    const [opinion] = opinions;
    const content = { consultId: id, version: 1, body: OPINION, signerId: w.first.id, signedAt: opinion!.signature.signedAt };
    expect(opinion!.signature).toMatchObject({ signer: '陈屿', hospital: '象山县港湾医院(演示)', hash: opinionHash(content) });
    expect(opinionHash({ ...content, body: { ...OPINION, treatment: '观察' } })).not.toBe(opinion!.signature.hash);
    await expect(h.db.opinion.updateMany({ where: { consultId: id }, data: { hash: 'f'.repeat(64) } })).rejects.toThrow();
    await expect(h.db.opinion.deleteMany({ where: { consultId: id } })).rejects.toThrow();
  });

  it('is amended by a further version, which is acknowledged again', async () => {
    const { id } = await w.signed();
    await w.doctor.api.consults.acknowledge({ id, adoption: 'full' });
    const amended = await w.first.api.consults.amend({
      id,
      opinion: { ...OPINION, treatment: '改为直接介入', amendment: '复查结果回报' },
    });
    expect(amended).toMatchObject({ status: 'signed', adoption: { adoption: 'full' }, owner: 'requester' });
    expect(amended.opinions[0]!.amendment).toBe('复查结果回报');
    expect(amended.opinions.map(({ version }) => version)).toEqual([2, 1]);
    expect(amended.opinions[1]!.treatment).toBe(OPINION.treatment);
    await expect(w.doctor.api.consults.close({ id, outcome: 'other' })).rejects.toMatchObject({ code: 'conflict' });
    const again = await w.relief.api.consults.acknowledge({ id, adoption: 'none', reason: '已另行处理' });
    expect(again.adoption).toMatchObject({ adoption: 'none', reason: '已另行处理', by: { id: w.relief.id } });
  });

  it('is written by the consultant alone', async () => {
    const { id } = await w.inSession();
    await expect(w.second.api.consults.sign({ id, opinion: OPINION })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(w.second.api.consults.draftOpinion({ id, opinion: {} })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(w.doctor.ask('consults.sign', { id, opinion: OPINION })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
