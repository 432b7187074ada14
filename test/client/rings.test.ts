import { describe, expect, it } from 'vitest';
import { endOfEmergency, endOfReferral } from '../../client/src/paging/farewells.ts';
import { byEmergency, byReferral } from '../../client/src/paging/overtaken.ts';
import { hottestFirst, ofConsult, ofEmergency, ofReferral } from '../../client/src/paging/rings.ts';
import type { RingCard } from '../../contract/consults.ts';
import type { Emergency, EmergencyRing } from '../../contract/emergency.ts';
import type { Referral, ReferralRing } from '../../contract/referrals.ts';

const [RUNG, DUE] = ['2026-11-23T01:00:00Z', '2026-11-23T01:10:00Z'];
const coming = (more: Partial<ReferralRing>) =>
  ofReferral({ referralId: 'r', pageId: 'p', urgency: 'stat', rungAt: RUNG, dueAt: DUE, ...more } as ReferralRing);
const called = () => ofEmergency({ emergencyId: 'e', pageId: 'p', center: 'stroke', rungAt: RUNG } as EmergencyRing);
const asked = (more: Partial<RingCard>) =>
  ofConsult({
    consultId: 'c',
    pageId: 'p',
    urgency: 'stat',
    rungAt: RUNG,
    responseDueAt: DUE,
    can: ['accept'],
    ...more,
  } as RingCard);

describe('what rings', () => {
  it.each([
    ['a green lane asks aloud', coming({}), { asks: true, loud: true, path: '/referrals/r' }],
    ['a reminder is a badge', coming({ urgency: 'routine' }), { asks: false, loud: false }],
    [
      'an arrival that is overdue is loud and asks for nothing',
      coming({ urgency: 'urgent', dueAt: RUNG }),
      { asks: false, loud: true },
    ],
    [
      'a team call is as loud as a STAT',
      called(),
      { asks: true, loud: true, urgency: 'stat', dueAt: null, path: '/emergencies/e' },
    ],
    ['a consult asks aloud', asked({}), { asks: true, loud: true, path: '/consults/c' }],
    ['a ROUTINE consult asks quietly', asked({ urgency: 'routine' }), { asks: true, loud: false }],
    ['a consult’s reminder is a badge', asked({ can: [] }), { asks: false, loud: false }],
  ])('%s', (_, ring, wanted) => {
    expect(ring).toMatchObject(wanted);
  });
  it('is sorted by urgency, then by time left, whatever it is about', () => {
    const rings = [asked({ urgency: 'urgent' }), coming({ dueAt: '2026-11-23T01:11:00Z' }), asked({}), called()];
    expect(rings.sort(hottestFirst).map(({ kind, urgency }) => `${kind} ${urgency}`)).toEqual([
      'emergency stat',
      'consult stat',
      'referral stat',
      'consult urgent',
    ]);
  });
});

const offer = (status: 'offered' | 'accepted' | 'rejected', id = 'me', name = '周岚') => ({
  status,
  decidedBy: status === 'offered' ? null : { id, name, title: '' },
  decidedAt: status === 'offered' ? null : RUNG,
});
const now = (status: Referral['status'], ...offers: ReturnType<typeof offer>[]) => ({ status, offers }) as unknown as Referral;

describe('how the ring of a referral ended', () => {
  it.each([
    ['by a colleague', now('accepted', offer('accepted', 'other', '罗静')), { word: 'answered.referral', name: '罗静' }],
    ['by the reader elsewhere', now('accepted', offer('accepted')), { word: 'elsewhere.referral', name: '周岚' }],
    [
      'on the road, accepted',
      now('departed', offer('rejected'), offer('accepted')),
      { word: 'elsewhere.referral', name: '周岚' },
    ],
    ['withdrawn', now('cancelled', offer('offered')), { word: 'cancelled' }],
    ['not at all while others are asked', now('submitted', offer('offered')), null],
    ['with a no, after which the case is closed to the reader', null, { word: 'over' }],
  ])('%s', (_, referral, wanted) => {
    expect(endOfReferral(referral, 'me')).toEqual(wanted);
  });
  it('tells who was faster, and that it was oneself', () => {
    expect(byReferral('r', now('accepted', offer('accepted', 'other', '罗静')), 'me')).toMatchObject({
      mine: false,
      name: '罗静',
    });
    expect(byReferral('r', now('accepted', offer('accepted')), 'me').mine).toBe(true);
    expect(byReferral('r', null, 'me')).toEqual({ kind: 'referral', id: 'r', mine: false, name: null, seconds: null });
  });
});

describe('how the ring of a team call ended', () => {
  const [me, other] = [
    { id: 'me', name: '王澜', title: '' },
    { id: 'other', name: '许棠', title: '' },
  ];
  const rescue = (status: Emergency['status'], team: object[] = [], ...answers: object[]) =>
    ({ status, team, steps: answers.map((person) => ({ verb: 'answer', person, at: RUNG })) }) as unknown as Emergency;
  it.each([
    ['as a false alarm', rescue('stoodDown'), { word: 'stoodDown' }],
    ['with the case', rescue('closed'), { word: 'over' }],
    ['closed to the reader', null, { word: 'over' }],
    ['by the reader elsewhere', rescue('active', [{ person: me, status: 'answered' }], me), { word: 'elsewhere.emergency' }],
    ['passed on by the reader', rescue('active', [{ person: me, status: 'passedOn' }], other), null],
    ['at a desk, by a colleague', rescue('active', [{ person: null }], other), { word: 'answered.emergency', name: '许棠' }],
  ])('%s', (_, now, wanted) => {
    expect(endOfEmergency(now, 'me')).toEqual(wanted);
  });
  it('was the reader’s own answer, or the end of the case', () => {
    expect(byEmergency('e', rescue('active', [], other, me), 'me')).toMatchObject({ mine: true, name: '王澜' });
    expect(byEmergency('e', rescue('closed', [], other), 'me')).toMatchObject({ mine: false, name: null });
  });
});
