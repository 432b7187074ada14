import { describe, expect, it } from 'vitest';
import en from '../../client/src/locales/en/referrals.json' with { type: 'json' };
import zh from '../../client/src/locales/zh-CN/referrals.json' with { type: 'json' };
import { isPersonVerb, PLANS, primaryOf, restOf } from '../../client/src/referrals/page/plans.ts';
import { mayOf, sidesOf } from '../../client/src/referrals/page/side.ts';
import type { Me } from '../../contract/auth.ts';
import { verbs } from '../../contract/kit.ts';
import { type ReferralRelation, ReferralStatus, referralSteps } from '../../contract/referralSteps.ts';
import { OTHER, RECEIVER, referral, SENDER } from './referral.ts';

const PEOPLE: readonly ReferralRelation[] = ['referrer', 'senderDesk', 'receiver', 'receiverDesk'];
const ofPeople = [...new Set(referralSteps.filter(({ by }) => by.some((one) => PEOPLE.includes(one))).map(({ verb }) => verb))];

describe('every verb that a person can have', () => {
  it('has a plan, and no other verb has', () => {
    expect(Object.keys(PLANS).sort()).toEqual([...ofPeople].sort());
  });
  it.each([
    ['zh-CN', zh],
    ['en', en],
  ])('has its words: %s', (_, texts) => {
    const lacks = ofPeople.filter(
      (verb) => isPersonVerb(verb) && !(verb in texts.verb && verb in texts.past && verb in texts.page.act),
    );
    expect(lacks).toEqual([]);
  });
  it('has a line of history for the verbs of clock and linked referral too', () => {
    expect(referralSteps.map(({ verb }) => verb).filter((verb) => !(verb in zh.past))).toEqual([]);
  });
});

describe('the buttons of a state', () => {
  const states = ReferralStatus.options.flatMap((status) => PEOPLE.map((who) => [status, who] as const));
  it.each(states)('%s for %s: one each, and at most one is filled', (status, who) => {
    const can = verbs(referralSteps, status, new Set([who]));
    const held = referral({ status, can });
    const { plain, grave } = restOf(held);
    const primary = primaryOf(held);
    expect([primary, ...plain, ...grave].filter((verb) => verb !== null).sort()).toEqual([...can].sort());
    expect(primary === null || !PLANS[primary].grave).toBe(true);
  });
  it('arranging anew moves nothing, unless the patient did not come', () => {
    const arrangement = { attending: null, place: null, message: null, code: 'K7M2QX' };
    const can = ['arrange', 'arrive'] as const;
    expect(primaryOf({ can: [...can], status: 'accepted', arrangement: null })).toBe('arrange');
    expect(primaryOf({ can: [...can], status: 'arranged', arrangement })).toBe('arrive');
    expect(primaryOf({ can: [...can], status: 'noShow', arrangement })).toBe('arrange');
  });
});

const me = (hospitalId: string): Me => ({
  id: '00000000-0000-4000-8000-0000000000ee',
  account: 'x',
  name: 'x',
  title: '',
  locale: 'zh-CN',
  availability: 'free',
  otpEnrolled: false,
  memberships: [{ hospital: { id: hospitalId, name: 'x', kind: 'county' }, department: null, roles: ['doctor'] }],
});

describe('sides', () => {
  it('knows sender, receiver and stranger', () => {
    const held = referral();
    expect(sidesOf(held, me(SENDER.id))).toMatchObject({ sender: true, receiver: false });
    expect(sidesOf(held, me(RECEIVER.id))).toMatchObject({ sender: false, receiver: true });
    expect(sidesOf(held, me(OTHER.id))).toEqual({
      sender: false,
      receiver: false,
      clinician: false,
      owner: false,
    });
  });
  it('gives whoever broke the glass no side and nothing to do', () => {
    const held = referral({ sight: 'glass', status: 'departed' });
    const sides = sidesOf(held, me(SENDER.id));
    expect(Object.values(mayOf(held, sides)).filter(Boolean)).toEqual([]);
  });
  it('lets the sender’s side speak for the road while it is on it', () => {
    const held = referral({ status: 'departed' });
    expect(mayOf(held, sidesOf(held, me(SENDER.id)))).toMatchObject({
      road: true,
      ready: false,
      askInfo: false,
    });
    expect(mayOf(held, sidesOf(held, me(RECEIVER.id)))).toMatchObject({ road: false, askInfo: true });
  });
});
