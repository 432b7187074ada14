import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Consult } from '../contract/consults.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { OPINION, urgent } from './cases.ts';
import type { Person } from './person.ts';
import { NOWHERE, numbered, passport, type Stated, somebody } from './somebody.ts';
import { house, type TestHouse } from './support.ts';
import { type TwoWards, twoWards } from './ward.ts';

let h: TestHouse;
let w: TwoWards;
let huzhou: Person;
beforeAll(async () => {
  h = await house();
  w = await twoWards(h);
  huzhou = await h.person('huzhou.specialist');
});
afterAll(() => h.close());

const found = async (person: Person, text: string) =>
  (await person.api.patients.find({ text })).items.map(({ patient }) => patient.id);

describe('looking for a patient', () => {
  it.each([
    ['identity number', { idNumber: numbered('51343719700505010'), sex: 'unknown' }, numbered('51343719700505010')],
    ['passport', passport('G10000001'), ' g10000001'],
    ['visit number', { visitNo: 'ZY-77-1' }, 'ZY-77-1'],
    ['name', { name: '勒伍阿果' }, '勒伍阿果'],
    [
      'mother’s number',
      { birthDate: '2026-11-20', document: { kind: 'newbornOf', number: numbered('51343719960606002'), birthOrder: 1 } },
      numbered('51343719960606002'),
    ],
  ] as [string, Partial<Stated>, string][])('by %s finds those of one’s own cases only', async (_, more, text) => {
    const { patient } = await w.inLeibo(somebody(more));
    for (const mine of [w.doctor, w.relief, w.inviterDesk, w.first, w.desk])
      expect(await found(mine, text)).toEqual([patient.id]);
    const elsewhere = await w.jinchuan.api.patients.find({ text });
    expect(elsewhere).toEqual(await w.jinchuan.api.patients.find({ text: '查无此人' }));
    expect(elsewhere).toEqual({ items: [], more: false });
    expect(await found(w.doctor, text.slice(0, -1))).toEqual([]);
  });

  it('finds in each of two hospitals its own record of the same person', async () => {
    const [here, there] = [await w.inLeibo(somebody(passport('G20000001'))), await w.inJinchuan(somebody(passport('G20000001')))];
    expect(await found(w.doctor, 'G20000001')).toEqual([here.patient.id]);
    expect(await found(huzhou, 'G20000001')).toEqual([there.patient.id]);
  });

  it('shows one line for each person, masked, and leaves its trace', async () => {
    const person = somebody({ ...passport('G20000002'), name: '两处同人', phone: '15400088002' });
    await w.inLeibo(person);
    const second = await w.inLeibo({ ...person, visitNo: 'ZY-2' });
    const { items } = await w.doctor.api.patients.find({ text: '两处同人' });
    expect(items).toMatchObject([
      { patient: { id: second.patient.id, document: { number: '******002' } }, hospital: { shortName: '雷波' } },
    ]);
    const row = await h.db.auditRow.findFirstOrThrow({ where: { action: 'patients.find' }, orderBy: { id: 'desc' } });
    expect(row).toMatchObject({ subjectKind: 'patient', subjectIds: [second.patient.id], actorId: w.doctor.id });
    expect(JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('两处');
  });
});

describe('the page of a patient', () => {
  const signOff = async (specialist: Person, id: string) => {
    await specialist.api.consults.accept({ id });
    await w.join(specialist, id);
    await specialist.api.consults.sign({ id, opinion: OPINION });
  };

  it('holds what one’s own cases show, and nothing of another hospital', async () => {
    const person = somebody({ ...passport('G30000001'), visitNo: 'LB-1', phone: '15400088003' });
    const here = await w.inLeibo(person);
    const there = await w.inJinchuan({ ...person, visitNo: 'JC-1', name: '别处写错' });
    await signOff(w.first, here.id);
    const page = await w.doctor.api.patients.read({ id: here.patient.id });
    expect(page.statements.map(({ patient }) => patient.visitNo)).toEqual(['LB-1']);
    expect(page.items.map(({ kind, number }) => [kind, number])).toEqual([
      ['opinion', here.consultNo],
      ['consult', here.consultNo],
    ]);
    expect(page.open.map(({ id }) => id)).toEqual([here.id]);
    expect(page.items[1]).toMatchObject({
      consent: 'signed',
      documents: 0,
      status: 'signed',
      case: { kind: 'consult', id: here.id },
    });
    expect(JSON.stringify(page)).not.toMatch(/JC-1|别处写错|金川/);
    const partners = [
      await w.first.api.patients.read({ id: here.patient.id }),
      await huzhou.api.patients.read({ id: there.patient.id }),
    ];
    expect(partners.map(({ items }) => items.map(({ number }) => number))).toEqual([
      [here.consultNo, here.consultNo],
      [there.consultNo],
    ]);
    for (const stranger of [w.jinchuan, huzhou]) {
      await expect(stranger.api.patients.read({ id: here.patient.id })).rejects.toMatchObject(NOWHERE);
    }
    await expect(w.doctor.api.patients.read({ id: crypto.randomUUID() })).rejects.toMatchObject(NOWHERE);
    const row = await h.db.auditRow.findFirstOrThrow({
      where: { action: 'patients.read', actorId: w.doctor.id },
      orderBy: { id: 'desc' },
    });
    expect(row).toMatchObject({ outcome: 'refused' });
    const rows = await h.db.auditRow.findMany({ where: { action: 'patients.read', subjectIds: { has: here.patient.id } } });
    expect(rows.map(({ actorId }) => actorId).sort()).toEqual([w.doctor.id, w.first.id].sort());
  });

  it('shows somebody who works in two hospitals both sides, as one person', async () => {
    const post = await h.db.membership.findFirstOrThrow({ where: { personId: w.jinchuan.id } });
    const person = await h.db.person.findUniqueOrThrow({ where: { account: 'leibo.medicine' } });
    const { hospitalId: second, departmentId: department } = post;
    await h.db.membership.create({
      data: { personId: person.id, hospitalId: second, departmentId: department, roles: ['doctor'] },
    });
    const both = await h.person('leibo.medicine');
    const patient = somebody(passport('G30000004'));
    const here = await both.api.consults.request(urgent({ patient, fromHospitalId: hospitalId('leibo') }));
    const there = await w.inJinchuan(patient);
    const page = await both.api.patients.read({ id: here.patient.id });
    expect(page.statements.map(({ hospital }) => hospital.shortName).sort()).toEqual(['金川', '雷波']);
    expect(page.items.map(({ id }) => id)).toEqual([there.id, here.id]);
  });

  it('is read in pages that give every entry once, newest first, of one kind where asked', async () => {
    const person = somebody(passport('G30000002'));
    const cases = [];
    for (let n = 0; n < 4; n += 1) {
      h.clock.advance(1_000);
      cases.push(await w.inLeibo(person));
    }
    await signOff(w.first, cases[0]!.id);
    await signOff(w.first, cases[1]!.id);
    await h.db.photo.createMany({
      data: cases.map(({ id, sentAt }) => ({
        consultId: id,
        addedById: w.doctor.id,
        caption: '图',
        mime: 'image/png',
        bytes: 1,
        sha256: Buffer.alloc(32),
        content: Buffer.alloc(1),
        addedAt: new Date(sentAt),
      })),
    });
    const file = (subjectId: string, at: string) => ({
      subjectKind: 'consult',
      subjectId,
      addedById: w.doctor.id,
      nameCipher: h.app.cipher.seal('化验单.pdf'),
      captionCipher: h.app.cipher.seal(''),
      bytes: 1,
      beganAt: new Date(at),
      keptAt: new Date(at),
    });
    const [{ id: withFile, sentAt }] = cases as [Consult];
    await h.db.attachment.createMany({
      data: [
        file(withFile, sentAt),
        { ...file(withFile, sentAt), withdrawnAt: new Date(sentAt) },
        { ...file(withFile, sentAt), keptAt: null },
      ],
    });
    const id = cases[0]!.patient.id;
    expect((await w.doctor.api.patients.open({ patientId: id })).items.at(-1)).toMatchObject({ id: withFile, documents: 2 });
    const all = (await w.doctor.api.patients.read({ id, limit: 100 })).items;
    expect(all).toHaveLength(11);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    const paged: typeof all = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await w.doctor.api.patients.read({ id, limit: 3, after });
      paged.push(...page.items);
      after = page.next;
    }
    expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    for (const [kind, n] of [
      ['consult', 4],
      ['opinion', 2],
      ['document', 5],
    ] as const) {
      const { items } = await w.doctor.api.patients.read({ id, kind, limit: 100 });
      expect(items.map((entry) => entry.kind)).toEqual(Array.from({ length: n }, () => kind));
    }
  }, 60_000);

  it('is warned with when a second case of the same person is opened, by one’s own cases only', async () => {
    const idNumber = numbered('51343719700505020');
    const there = await w.inJinchuan(somebody({ idNumber }));
    expect(await w.doctor.api.patients.open({ idNumber })).toEqual({ items: [] });
    const here = await w.inLeibo(somebody({ idNumber }));
    const ids = async (person: Person) => (await person.api.patients.open({ idNumber })).items.map(({ id }) => id);
    expect([await ids(w.relief), await ids(w.jinchuan), await ids(w.first)]).toEqual([[here.id], [there.id], [here.id]]);
    expect((await w.doctor.api.patients.open({ patientId: here.patient.id })).items).toHaveLength(1);
    await expect(w.jinchuan.api.patients.open({ patientId: here.patient.id })).rejects.toMatchObject(NOWHERE);
    await w.doctor.api.consults.cancel({ id: here.id, note: '好转' });
    expect(await ids(w.doctor)).toEqual([]);
  });
});
