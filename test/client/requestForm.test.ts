import { describe, expect, it } from 'vitest';
import { blank, check, type Form } from '../../client/src/consults/new/form.ts';
import { numbered } from '../somebody.ts';

const MALE = numbered('51343719620314011');
const MOTHER = numbered('51343719950505002');
const department = crypto.randomUUID();

const stat = (more: Partial<Form>): Form => ({
  ...blank,
  urgency: 'stat',
  toDepartmentId: department,
  purpose: '是否溶栓？',
  callbackPhone: '0834-8822120',
  name: '某甲',
  sex: 'male',
  birthDate: '1962-03-14',
  ...more,
});

describe('a STAT goes out whatever is wrong with the rest, and says what that is', () => {
  it.each<[string, Partial<Form>, object, object]>([
    ['a number of another sex', { idNumber: MALE, sex: 'female' }, { idNumber: 'idNumber.sex' }, { known: true, sex: 'female' }],
    [
      'a number of another day, and a telephone that is none',
      { idNumber: MALE, birthDate: '1962-03-15', phone: 'x' },
      { phone: 'phone.shape' },
      { known: true, birthDate: '1962-03-15' },
    ],
    [
      'a passport that is none',
      { documentKind: 'passport', documentNumber: '?' },
      { documentNumber: 'document.shape' },
      { known: true },
    ],
    [
      'a newborn by a man',
      { documentKind: 'newbornOf', documentNumber: MALE },
      { documentNumber: 'document.mother' },
      { known: true },
    ],
    ['nothing but an impossible age', { known: false, approximateAge: '300' }, { approximateAge: 'shape' }, { known: false }],
    ['no name, and an impossible age', { name: '', approximateAge: '300' }, { name: 'needed' }, { known: false, sex: 'male' }],
  ])('%s', (_, more, faults, patient) => {
    const { request, faults: told } = check(stat(more));
    expect(told).toMatchObject(faults);
    expect(request?.patient).toMatchObject(patient);
    expect(request?.patient).not.toMatchObject({ idNumber: expect.anything() });
  });

  it('and sends the document that is right', () => {
    const { request, faults } = check(
      stat({ documentKind: 'newbornOf', documentNumber: MOTHER, birthOrder: '2', idNumber: MALE }),
    );
    expect(faults).toEqual({});
    expect(request?.patient).toMatchObject({ document: { kind: 'newbornOf', number: MOTHER, birthOrder: 2 } });
    expect(request?.patient).not.toHaveProperty('idNumber');
  });
});
