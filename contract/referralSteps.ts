import { z } from 'zod';
import { machine } from './kit.ts';

export const ReferralStatus = z.enum([
  'draft',
  'internalReview',
  'returned',
  'submitted',
  'received',
  'rejected',
  'accepted',
  'arranged',
  'departed',
  'arrived',
  'treated',
  'discharged',
  'summaryReturned',
  'downOffered',
  'followedUp',
  'noShow',
  'diverted',
  'closed',
  'closedNegotiated',
  'cancelled',
  'expired',
  'diedEnRoute',
  'givenUp',
  'turnedBack',
]);
export type ReferralStatus = z.infer<typeof ReferralStatus>;
export const ENDED: readonly ReferralStatus[] = [
  'closed',
  'closedNegotiated',
  'cancelled',
  'expired',
  'diedEnRoute',
  'givenUp',
  'turnedBack',
];

/**
 * referrer: the doctor, or one of the same department; receiver: a doctor of a department it is offered to or that has
 * accepted; the desks (转诊中心) of either side; clock; linked: a fact of the referral that leads home again.
 * For a hospital off the platform the sending side stands in for the receiving desk.
 */
export type ReferralRelation = 'referrer' | 'senderDesk' | 'receiver' | 'receiverDesk' | 'clock' | 'linked';

const sender = ['referrer', 'senderDesk'] as const;
const receiving = ['receiver', 'receiverDesk'] as const;

export const referralSteps = machine<ReferralStatus, ReferralRelation>()([
  { verb: 'submit', from: ['draft', 'returned'], to: 'internalReview', by: ['referrer'] },
  // Green lane and 下转: no internal review before it.
  { verb: 'send', from: ['draft', 'returned'], to: 'submitted', by: ['referrer'] },
  { verb: 'approve', from: ['internalReview'], to: 'submitted', by: ['senderDesk'] },
  { verb: 'sendBack', from: ['internalReview'], to: 'returned', by: ['senderDesk'] },
  { verb: 'receive', from: ['submitted'], to: 'received', by: receiving },
  { verb: 'accept', from: ['submitted', 'received'], to: 'accepted', by: receiving },
  // The car has left already: being accepted does not bring it back to the yard.
  { verb: 'accept', from: ['departed'], to: 'departed', by: receiving },
  { verb: 'reject', from: ['submitted', 'received'], to: 'rejected', by: receiving },
  // Said no, while another hospital is still asked or the car is on the road.
  { verb: 'turnDown', from: ['submitted'], to: 'submitted', by: receiving },
  { verb: 'turnDown', from: ['received'], to: 'received', by: receiving },
  { verb: 'turnDown', from: ['departed'], to: 'departed', by: receiving },
  { verb: 'revoke', from: ['accepted', 'arranged'], to: 'rejected', by: ['receiverDesk'] },
  { verb: 'reroute', from: ['rejected'], to: 'submitted', by: sender },
  { verb: 'offerAlso', from: ['submitted'], to: 'submitted', by: [...sender, 'clock'] },
  { verb: 'offerAlso', from: ['received'], to: 'received', by: [...sender, 'clock'] },
  { verb: 'offerAlso', from: ['departed'], to: 'departed', by: [...sender, 'clock'] },
  { verb: 'arrange', from: ['accepted', 'arranged', 'noShow'], to: 'arranged', by: receiving },
  { verb: 'arrange', from: ['departed'], to: 'departed', by: receiving },
  { verb: 'depart', from: ['submitted', 'received', 'accepted', 'arranged'], to: 'departed', by: sender },
  // Who comes by themselves departs unseen; either side's evidence is enough.
  { verb: 'arrive', from: ['arranged', 'departed', 'noShow'], to: 'arrived', by: [...sender, ...receiving] },
  { verb: 'noShow', from: ['accepted', 'arranged'], to: 'noShow', by: receiving },
  { verb: 'settle', from: ['noShow', 'diverted'], to: 'closedNegotiated', by: sender },
  { verb: 'admit', from: ['arrived'], to: 'treated', by: receiving },
  { verb: 'discharge', from: ['treated'], to: 'discharged', by: receiving },
  { verb: 'returnSummary', from: ['discharged'], to: 'summaryReturned', by: receiving },
  // A fact of the 下转 that was written for this one: sent, come to nothing, closed by the local side.
  { verb: 'offerDown', from: ['summaryReturned'], to: 'downOffered', by: ['linked'] },
  { verb: 'fallBack', from: ['downOffered'], to: 'summaryReturned', by: ['linked'] },
  { verb: 'confirm', from: ['summaryReturned'], to: 'closed', by: sender },
  { verb: 'comeHome', from: ['downOffered'], to: 'closed', by: ['linked'] },
  // 下转: the county follows up, and closes the loop.
  { verb: 'followUp', from: ['arrived'], to: 'followedUp', by: receiving },
  { verb: 'close', from: ['followedUp'], to: 'closed', by: receiving },
  { verb: 'die', from: ['departed'], to: 'diedEnRoute', by: sender },
  { verb: 'divert', from: ['departed'], to: 'diverted', by: sender },
  { verb: 'turnBack', from: ['departed'], to: 'turnedBack', by: sender },
  {
    verb: 'giveUp',
    from: ['submitted', 'received', 'rejected', 'accepted', 'arranged', 'departed', 'noShow'],
    to: 'givenUp',
    by: sender,
  },
  {
    verb: 'cancel',
    from: ['draft', 'internalReview', 'returned', 'submitted', 'received', 'rejected', 'accepted', 'arranged'],
    to: 'cancelled',
    by: sender,
  },
  {
    verb: 'expire',
    from: ['internalReview', 'returned', 'submitted', 'received', 'rejected', 'accepted', 'arranged', 'noShow'],
    to: 'expired',
    by: ['clock'],
  },
]);
export const ReferralVerb = z.enum([...new Set(referralSteps.map(({ verb }) => verb))]);
export type ReferralVerb = (typeof referralSteps)[number]['verb'];

/** What one hospital says to being asked; the referral itself lives through several. */
export const OfferStatus = z.enum(['offered', 'accepted', 'rejected', 'withdrawn', 'expired']);
export type OfferStatus = z.infer<typeof OfferStatus>;
export const offerSteps = machine<OfferStatus, 'asked' | 'asker' | 'clock'>()([
  { verb: 'accept', from: ['offered'], to: 'accepted', by: ['asked'] },
  { verb: 'reject', from: ['offered', 'accepted'], to: 'rejected', by: ['asked'] },
  { verb: 'withdraw', from: ['offered', 'accepted'], to: 'withdrawn', by: ['asker'] },
  { verb: 'expire', from: ['offered'], to: 'expired', by: ['clock'] },
]);
/** Offers that give the asked hospital a sight of the case. */
export const LIVE_OFFER: readonly OfferStatus[] = ['offered', 'accepted'];

export const InfoStatus = z.enum(['open', 'answered', 'withdrawn']);
export const infoSteps = machine<z.infer<typeof InfoStatus>, 'asker' | 'asked'>()([
  { verb: 'answer', from: ['open'], to: 'answered', by: ['asked'] },
  { verb: 'withdraw', from: ['open'], to: 'withdrawn', by: ['asker'] },
]);

export const TransportStatus = z.enum(['planned', 'ready', 'onRoad', 'over']);
export const transportSteps = machine<z.infer<typeof TransportStatus>, 'sender' | 'referral'>()([
  { verb: 'ready', from: ['planned'], to: 'ready', by: ['sender'] },
  { verb: 'depart', from: ['planned', 'ready'], to: 'onRoad', by: ['referral'] },
  { verb: 'end', from: ['planned', 'ready', 'onRoad'], to: 'over', by: ['referral'] },
]);

export const BackfillStatus = z.enum(['owed', 'done']);
export const backfillSteps = machine<z.infer<typeof BackfillStatus>, 'referral'>()([
  { verb: 'complete', from: ['owed'], to: 'done', by: ['referral'] },
]);

/** 床位保留: never released while the patient is on the road. */
export const HoldStatus = z.enum(['held', 'used', 'released']);
export const holdSteps = machine<z.infer<typeof HoldStatus>, 'referral' | 'clock'>()([
  { verb: 'use', from: ['held'], to: 'used', by: ['referral'] },
  { verb: 'release', from: ['held'], to: 'released', by: ['referral', 'clock'] },
]);
