import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnownPatient } from '../contract/records.ts';
import { NOWHERE, numbered, passport, type Stated, somebody } from './somebody.ts';
import { house, type TestHouse } from './support.ts';
import { type TwoWards, twoWards } from './ward.ts';

let h: TestHouse;
let w: TwoWards;
beforeAll(async () => {
  h = await house();
  w = await twoWards(h);
});
afterAll(() => h.close());

const identityOf = async (patientId: string): Promise<string> =>
  (await h.db.patient.findUniqueOrThrow({ where: { id: patientId } })).identityId;

describe('a document', () => {
  const known = (more: object) => ({ known: true, name: '某', sex: 'male', birthDate: '1962-03-14', ...more });
  const document = (kind: string, number: string, birthOrder?: number) => known({ document: { kind, number, birthOrder } });
  const MALE = numbered('51343719620314011');
  const MOTHER = numbered('51343719950505002');

  it.each([
    ['an identity number with its birth date and sex', known({ idNumber: MALE }), []],
    ['one that says another birth date', known({ idNumber: MALE, birthDate: '1962-03-15' }), ['idNumber.birthDate']],
    ['one that says another sex', known({ idNumber: MALE, sex: 'female' }), ['idNumber.sex']],
    ['one of a person of unknown sex', known({ idNumber: MALE, sex: 'unknown' }), []],
    [
      'one with a wrong last digit',
      known({ idNumber: MALE.slice(0, 17) + (MALE.endsWith('0') ? '1' : '0') }),
      ['idNumber.checkDigit'],
    ],
    ['a demonstration number, which says no sex', known({ idNumber: '513437196203140009' }), []],
    ['two documents', known({ idNumber: MALE, document: { kind: 'taiwan', number: '12345678' } }), ['document.one']],
    ['a passport in small letters', document('passport', ' e12345678 '), []],
    ['a passport without a digit', document('passport', 'ABCDEFGH'), ['document.shape']],
    ['a passport of ten places', document('passport', 'E123456789'), ['document.shape']],
    ['a permit of Hong Kong', document('hkMacao', 'H12345678'), []],
    ['a permit of Macao, renewed once', document('hkMacao', 'm1234567801'), []],
    ['a permit of nowhere', document('hkMacao', 'X12345678'), ['document.shape']],
    ['a permit of Taiwan', document('taiwan', '12345678'), []],
    ['a permit of Taiwan with a letter', document('taiwan', 'T2345678'), ['document.shape']],
    ['a newborn by the mother', document('newbornOf', MOTHER, 2), []],
    ['a newborn by a man', document('newbornOf', MALE, 1), ['document.mother']],
    ['a tenth child', document('newbornOf', MOTHER, 10), [expect.any(String)]],
    ['a newborn by a number that is none', document('newbornOf', '1234', 1), ['idNumber.checkDigit']],
  ])('%s', (_, input, faults) => {
    const { error } = KnownPatient.safeParse(input);
    expect((error?.issues ?? []).map(({ message }) => message)).toEqual(faults);
  });

  it('is told which part of it is wrong, and not repeated', async () => {
    const wrong = w.inLeibo(somebody({ idNumber: MALE, birthDate: '1962-03-14' }));
    await expect(wrong).rejects.toMatchObject({ code: 'invalid', message: 'patient.idNumber: idNumber.sex' });
  });

  it('is kept sealed and shown by its end', async () => {
    const { patient, id } = await w.inLeibo(somebody(passport('E33345678')));
    expect(patient).toMatchObject({ idNumber: null, document: { kind: 'passport', number: '******678', birthOrder: null } });
    const { patientId } = await h.db.consult.findUniqueOrThrow({ where: { id } });
    const row = await h.db.patient.findUniqueOrThrow({ where: { id: patientId } });
    expect(h.app.cipher.open(row.documentCipher!)).toBe('E33345678');
    expect(Buffer.from(row.documentCipher!).includes('E33345678')).toBe(false);
  });
});

describe('identity', () => {
  it.each([
    ['identity number', { idNumber: numbered('51343719700505000') }, { idNumber: numbered('51343719700505000') }],
    ['passport', passport('G00000001'), passport('g00000001')],
    [
      'permit, renewed',
      { document: { kind: 'hkMacao', number: 'H0000000101' } },
      { document: { kind: 'hkMacao', number: 'H0000000102' } },
    ],
    [
      'newborn by mother',
      { birthDate: '2026-11-20', document: { kind: 'newbornOf', number: numbered('51343719950505000'), birthOrder: 2 } },
      { birthDate: '2026-11-20', document: { kind: 'newbornOf', number: numbered('51343719950505000'), birthOrder: 2 } },
    ],
  ] as [string, Partial<Stated>, Partial<Stated>][])(
    'is one across hospitals by %s, and several records',
    async (_, one, two) => {
      const [here, there] = [await w.inLeibo(somebody(one)), await w.inJinchuan(somebody(two))];
      expect(here.patient.id).not.toBe(there.patient.id);
      expect(await identityOf(here.patient.id)).toBe(await identityOf(there.patient.id));
    },
  );

  it('tells the children of one mother, and of two kinds of paper, apart', async () => {
    const child = (birthOrder: number) =>
      somebody({ birthDate: '2026-11-21', document: { kind: 'newbornOf', number: numbered('51343719950505000'), birthOrder } });
    const people = [await w.inLeibo(child(3)), await w.inLeibo(child(4)), await w.inLeibo(somebody(passport('12345678')))];
    people.push(await w.inLeibo(somebody({ document: { kind: 'taiwan', number: '12345678' } })));
    const identities = await Promise.all(people.map(({ patient }) => identityOf(patient.id)));
    expect(new Set(identities).size).toBe(4);
  });

  it('without a document is one for each record, and is joined when a document is shown', async () => {
    const registered = await w.inJinchuan(somebody(passport('G00000002')));
    const stranger = await w.sendStat();
    const before = await identityOf(stranger.patient.id);
    expect(await identityOf((await w.sendStat()).patient.id)).not.toBe(before);
    const patient = somebody(passport('G00000002'));
    const after = await w.doctor.api.consults.supplement({ id: stranger.id, version: stranger.version, patient });
    expect(after.patient.id).toBe(stranger.patient.id);
    expect(await identityOf(after.patient.id)).toBe(await identityOf(registered.patient.id));
    await expect(w.doctor.api.patients.read({ id: registered.patient.id })).rejects.toMatchObject(NOWHERE);
  });

  it('is one when two hospitals state it in the same moment', async () => {
    const both = Array.from({ length: 6 }, (_, n) => (n % 2 ? w.inLeibo : w.inJinchuan)(somebody(passport('G00000003'))));
    const identities = await Promise.all((await Promise.all(both)).map(({ patient }) => identityOf(patient.id)));
    expect(new Set(identities).size).toBe(1);
  });
});
