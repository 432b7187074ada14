import { describe, expect, it } from 'vitest';
import { railOf, refusals } from '../../client/src/referrals/page/rail.ts';
import { ReferralStatus } from '../../contract/referralSteps.ts';
import type { Referral } from '../../contract/referrals.ts';
import { line, OTHER, referral } from './referral.ts';

const arrangement = { attending: null, place: null, message: null, code: 'K7M2QX' };
const arrival = { at: line(50, 'arrive').at, side: 'receiver' as const, evidence: null };
const admission = { at: line(60, 'admit').at, way: 'icu', department: null };

const states = (of: Partial<Referral>) =>
  railOf(referral(of))
    .map(({ name, state }) => `${name} ${state}`)
    .join(', ');

describe('the way up', () => {
  it.each<[string, Partial<Referral>, string]>([
    [
      'a draft waits to be sent',
      { status: 'draft', submittedAt: null },
      'submit now, receive later, arrange later, depart later, arrive later, admit later, summary later, close later',
    ],
    [
      'an accepted one waits for its bed',
      { status: 'accepted', accepted: true, timeline: [line(0, 'send'), line(10, 'accept')] },
      'submit done, receive done, arrange now, depart later, arrive later, admit later, summary later, close later',
    ],
    [
      'a car that left before it was accepted still owes both',
      { status: 'departed', timeline: [line(0, 'send'), line(5, 'depart')] },
      'submit done, receive owed, arrange owed, depart done, arrive now, admit later, summary later, close later',
    ],
    [
      'who came alone departed unrecorded',
      { status: 'arrived', accepted: true, arrangement, arrival, timeline: [line(0, 'submit'), line(50, 'arrive')] },
      'submit done, receive done, arrange done, depart unrecorded, arrive done, admit now, summary later, close later',
    ],
    [
      'an acceptance that was taken back is none',
      { status: 'rejected', accepted: false, timeline: [line(0, 'send'), line(10, 'accept'), line(20, 'revoke')] },
      'submit done, receive now, arrange later, depart later, arrive later, admit later, summary later, close later',
    ],
    [
      'what ended on the road stops there',
      {
        status: 'turnedBack',
        accepted: true,
        arrangement,
        timeline: [line(0, 'send'), line(30, 'depart'), line(40, 'turnBack')],
      },
      'submit done, receive done, arrange done, depart done, arrive stopped, admit off, summary off, close off',
    ],
    [
      'closed',
      {
        status: 'closed',
        accepted: true,
        arrangement,
        arrival,
        admission,
        summary: {} as Referral['summary'],
        timeline: [line(30, 'depart'), line(90, 'confirm')],
      },
      'submit done, receive done, arrange done, depart done, arrive done, admit done, summary done, close done',
    ],
  ])('%s', (_, of, said) => {
    expect(states(of)).toBe(said);
  });
});

it('the way home has no ward and no summary, but a follow-up', () => {
  expect(
    states({ status: 'arrived', direction: 'down', accepted: true, arrangement, arrival, timeline: [line(30, 'depart')] }),
  ).toBe('submit done, receive done, arrange done, depart done, arrive done, followUp now, close later');
});

/** What only a hospital that treats and discharges gets to. */
const UP_ONLY: readonly ReferralStatus[] = ['treated', 'discharged', 'summaryReturned', 'downOffered'];
it.each(['up', 'down'] as const)('%s: every state stands in one place, and a closed one has nothing left', (direction) => {
  for (const status of ReferralStatus.options.filter((one) => direction === 'up' || !UP_ONLY.includes(one))) {
    const marked = railOf(referral({ status, direction })).filter(({ state }) => state === 'now' || state === 'stopped');
    expect(marked.length, status).toBe(status === 'closed' ? 0 : 1);
  }
});

it('says when and who, from the last line that counts', () => {
  const timeline = [line(0, 'send'), line(10, 'accept'), line(20, 'revoke'), line(30, 'accept')];
  const steps = railOf(referral({ status: 'accepted', accepted: true, timeline }));
  expect(steps[1]).toMatchObject({ name: 'receive', state: 'done', at: line(30, 'accept').at, by: '罗静' });
});

it('names the side that is waited for', () => {
  const sides = railOf(referral()).map(({ side }) => side);
  expect(sides).toEqual(['sender', 'receiver', 'receiver', 'sender', 'receiver', 'receiver', 'receiver', 'sender']);
});

it('counts every no on the way', () => {
  const offer = { ...({} as Referral['offers'][number]), hospital: OTHER };
  expect(
    refusals({
      offers: [
        { ...offer, status: 'rejected' },
        { ...offer, status: 'expired' },
        { ...offer, status: 'rejected' },
      ],
    }),
  ).toBe(2);
});
