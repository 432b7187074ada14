import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { fromInputTime, inputTime } from '../../client/src/lib/format.ts';
import { etaAhead, etaFrom } from '../../client/src/referrals/page/eta.ts';
import { oxygenOf } from '../../client/src/referrals/page/oxygen.ts';
import { shockIndex } from '../../client/src/referrals/page/shockIndex.ts';
import { chipsOf } from '../../client/src/referrals/verbs/chips.ts';
import { outsideOf } from '../../client/src/referrals/verbs/outside.ts';
import type { BedView } from '../../contract/beds.ts';
import { referral } from './referral.ts';

describe('oxygen for the road', () => {
  const of = (transport: object, oxygenNeeded: number | null) => oxygenOf(referral({ sheet: { transport }, oxygenNeeded })).state;
  it.each([
    ['none', { oxygenFlow: 0, routeMinutes: 60 }, 0],
    ['unknownNeed', { oxygenLitres: 2000 }, null],
    ['unknownStock', { oxygenFlow: 5, routeMinutes: 60 }, 600],
    ['short', { oxygenFlow: 5, routeMinutes: 60, oxygenLitres: 599 }, 600],
    ['enough', { oxygenFlow: 5, routeMinutes: 60, oxygenLitres: 600 }, 600],
  ])('%s', (state, transport, needed) => {
    expect(of(transport, needed)).toBe(state);
  });
});

describe('ETA', () => {
  const leaving = Date.parse('2026-11-23T00:00:00Z');
  it('is reckoned by the road', () => {
    expect(etaFrom({ sheet: { transport: { routeMinutes: 380 } }, expectedAt: null }, leaving)).toBe('2026-11-23T06:20:00.000Z');
  });
  it('said once, holds while it lies ahead', () => {
    const told = { sheet: { transport: { routeMinutes: 60 } }, expectedAt: '2026-11-23T05:00:00.000Z' };
    expect(etaAhead(told, leaving)).toBe(told.expectedAt);
    expect(etaAhead(told, Date.parse('2026-11-23T06:00:00Z'))).toBe('2026-11-23T07:00:00.000Z');
  });
  it('stays what was said while the road is unknown', () => {
    expect(etaFrom({ sheet: {}, expectedAt: '2026-11-23T05:00:00.000Z' }, leaving)).toBe('2026-11-23T05:00:00.000Z');
  });
});

it('a moment goes through its field unchanged, in Beijing time', () => {
  expect(inputTime('2026-11-23T16:05:00Z')).toBe('2026-11-24T00:05');
  expect(fromInputTime('2026-11-24T00:05')).toBe('2026-11-23T16:05:00.000Z');
});

describe('beds', () => {
  const own = referral().id;
  const bed = (label: string, more: Partial<BedView>): BedView => ({
    id: label,
    label,
    state: 'free',
    freeAt: null,
    heldUntil: null,
    heldFor: null,
    ...more,
  });
  const soon = '2026-11-23T06:00:00.000Z';
  it('offers what can be had first, and counts what cannot', () => {
    const { shown, taken } = chipsOf(
      [
        bed('ICU-10', {}),
        bed('ICU-2', {}),
        bed('ICU-3', { heldUntil: soon }),
        bed('ICU-4', { state: 'occupied', freeAt: soon }),
        bed('ICU-5', { state: 'occupied' }),
        bed('ICU-6', { heldUntil: soon, heldFor: { id: own, referralNo: 'ZZ' } }),
        bed('ICU-7', { state: 'closed' }),
      ],
      own,
    );
    expect(shown.map(({ bed: { label }, chip }) => `${label} ${chip}`)).toEqual([
      'ICU-6 ours',
      'ICU-2 free',
      'ICU-10 free',
      'ICU-4 freeAt',
      'ICU-3 held',
      'ICU-7 closed',
    ]);
    expect(taken).toBe(1);
  });
});

it('a hospital off the platform wants a name and a number', () => {
  const blank = { hospital: '', department: '', phone: '', city: '' };
  expect(outsideOf(blank)).toBeNull();
  expect(outsideOf({ ...blank, hospital: '华西医院', phone: '12' })).toBeNull();
  expect(outsideOf({ ...blank, hospital: '华西医院', phone: '028-85422114' })).toEqual({
    hospital: '华西医院',
    phone: '028-85422114',
  });
});

it('the shock index wants both signs', () => {
  expect(shockIndex({ vitals: { pulse: 118, systolic: 84 } })).toBe('1.40');
  expect(shockIndex({ vitals: { pulse: 118 } })).toBeNull();
});

it('the code is drawn without a line', () => {
  expect(create('K7M2QX', { errorCorrectionLevel: 'M' }).modules.size).toBe(21);
});
