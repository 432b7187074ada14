import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CARDIOLOGY, stat, urgent } from './cases.ts';
import { type LinkWard, linkWard, STRANGER } from './linkWard.ts';
import { refusal } from './refusal.ts';
import { house, type TestHouse } from './support.ts';
import { NEUROLOGY } from './transfers.ts';

const MINUTE = 60_000;

let h: TestHouse;
let w: LinkWard;
beforeAll(async () => {
  h = await house();
  w = await linkWard(h);
});
beforeEach(() => w.quiet());
afterAll(() => h.close());

const links = (id: string, by = w.doctor) => by.api.emergencyLinks.list({ id });

describe('a consult from a case', () => {
  it('is asked for its patient by its center, and each page knows of the other', async () => {
    const { id, emergencyNo, patient } = await w.call();
    const consult = await w.ask(id);
    expect(consult.patient.id).toBe(patient.id);
    expect(consult.emergency).toEqual({ id, emergencyNo, center: 'chestPain' });
    expect(consult.from.department.name).toBe('急诊科');
    const { items, can, to } = await links(id);
    expect(items).toMatchObject([
      { kind: 'consult', id: consult.id, number: consult.consultNo, status: 'requested', hospital: '象山港湾' },
    ]);
    expect(can).toEqual(['consult', 'referral']);
    expect(to).toEqual({ departmentId: CARDIOLOGY });
    expect((await w.read(id)).steps.map(({ verb }) => verb)).toEqual(['activate', 'consult.request']);
    const { items: told } = await w.doctor.api.patients.read({ id: patient.id, kind: 'consult' });
    expect(told).toMatchObject([{ kind: 'consult', emergency: { id, emergencyNo } }]);
  });

  it('takes no other patient, and a stranger goes out with a STAT alone', async () => {
    const { id } = await w.call({ patient: STRANGER });
    expect(await refusal(w.doctor.api.consults.request({ ...stat(), emergencyId: id }))).toContain('invalid');
    const { patient: _, ...full } = urgent();
    expect(await refusal(w.doctor.api.consults.request(full))).toContain('invalid');
    expect(await refusal(w.doctor.api.consults.request({ ...full, emergencyId: id }))).toBe('invalid request.unknownPatient');
    expect((await w.ask(id)).patient.known).toBe(false);
  });

  it('is for doctors of the hospital that has the case, and not for a false alarm', async () => {
    const { id } = await w.call();
    const stranger = await h.person('jinchuan.doctor');
    expect(await refusal(w.ask(id, stranger))).toBe('notFound emergency');
    expect(await refusal(w.begin(id, stranger))).toBe('notFound emergency');
    expect(await refusal(links(id, stranger))).toBe('notFound emergency');
    expect(await refusal(w.ask(crypto.randomUUID()))).toBe('notFound emergency');
    expect(await refusal(w.begin(id, w.first))).toBe('forbidden emergency.notYourHospital');
    expect((await links(id, w.first)).can).toEqual([]);
    await w.doctor.api.emergency.close({ id, outcome: 'admitted' });
    expect((await w.ask(id)).emergency?.id).toBe(id);
    await w.doctor.api.emergency.reopen({ id, note: '误结束' });
    await w.doctor.api.emergency.standDown({ id });
    expect(await refusal(w.ask(id))).toBe('conflict emergency.leadsNowhere');
    expect((await links(id)).can).toEqual([]);
  });
});

describe('a referral from a case', () => {
  it('takes over whose, from where, to whom, and what a monitor has just said', async () => {
    const { id, patient, emergencyNo } = await w.call();
    const at = (ago: number) => new Date(h.clock.now().getTime() - ago).toISOString();
    const pressure = { at: at(2 * MINUTE), systolic: 96, diastolic: 58 };
    await w.doctor.api.vitals.send({ id, items: [pressure, { at: at(0), pulse: 104, spo2: 92, oxygen: 'cannula' }] });
    const draft = await w.doctor.api.referrals.start({
      direction: 'up',
      lane: 'green',
      from: { emergencyId: id, sheet: { dx: { name: '急性心肌梗死' } } },
    });
    expect(draft).toMatchObject({ lane: 'green', urgency: 'stat', patientId: patient.id, emergency: { id, emergencyNo } });
    expect(draft.from.department?.name).toBe('急诊科');
    expect(draft.to.department?.id).toBe(CARDIOLOGY);
    const vitals = { systolic: 96, diastolic: 58, pulse: 104, spo2: 92, oxygen: 'cannula', takenAt: pressure.at };
    expect(draft.sheet).toEqual({ dx: { name: '急性心肌梗死' }, bed: '12', callbackPhone: '0834-8822120', vitals });
  });

  it('is a draft for its own side alone, and shown without a way in to whoever may not open it', async () => {
    const { id } = await w.call();
    const draft = await w.begin(id);
    expect((await links(id)).items).toMatchObject([{ kind: 'referral', id: draft.id, status: 'draft' }]);
    expect((await links(id, w.first)).items).toEqual([]);
    await w.send(draft);
    expect((await links(id, w.first)).items).toMatchObject([{ id: draft.id, status: 'submitted' }]);
    const elsewhere = await w.send(await w.begin(id), NEUROLOGY);
    expect((await links(id, w.first)).items[0]).toMatchObject({ number: elsewhere.referralNo, id: null, hospital: '象山港湾' });
  });

  it('by way of a consult, and filed again, is of the same case; the way home is not', async () => {
    const { id } = await w.call();
    const consult = await w.askSigned(id);
    const { emergency, id: referralId } = await w.doctor.api.referrals.start({
      direction: 'up',
      from: { consultId: consult.id },
    });
    expect(emergency?.id).toBe(id);
    await w.doctor.api.referrals.cancel({ id: referralId, note: '改期' });
    const again = await w.doctor.api.referrals.start({ direction: 'up', from: { refileId: referralId } });
    expect(again.emergency?.id).toBe(id);
    expect((await links(id)).items.map(({ kind }) => kind).sort()).toEqual(['consult', 'referral', 'referral']);
  });
});
