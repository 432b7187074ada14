import { z } from 'zod';
import { actions, Id, machine, Nothing } from './kit.ts';

export const PageStatus = z.enum(['ringing', 'answered', 'declined', 'passedOn', 'stopped']);
export type PageStatus = z.infer<typeof PageStatus>;
export type PageRelation = 'rung' | 'feature';

/** A ring is a row: it is sent again and again until it leaves `ringing`. */
export const pageSteps = machine<PageStatus, PageRelation>()([
  { verb: 'decline', from: ['ringing'], to: 'declined', by: ['rung'] },
  { verb: 'passOn', from: ['ringing'], to: 'passedOn', by: ['rung'] },
  { verb: 'answer', from: ['ringing'], to: 'answered', by: ['feature'] },
  { verb: 'stop', from: ['ringing'], to: 'stopped', by: ['feature'] },
]);

/** `missingData` is no reason to decline a STAT (domain §0.4). */
export const DeclineReason = z.enum(['operating', 'otherSpecialty', 'missingData', 'other']);

export const paging = actions({
  decline: {
    http: 'POST /pages/:id/decline',
    who: ['specialist'],
    input: z.object({ id: Id, reason: DeclineReason, note: z.string().trim().max(200).optional() }),
    output: Nothing,
  },
  /** 我在手术，立即转二线; the county's own doctors are rung by its emergency centers. */
  passOn: { http: 'POST /pages/:id/pass-on', who: ['specialist', 'doctor'], input: z.object({ id: Id }), output: Nothing },
  /** Sends a ringing page once more; as `clock`, after which the next is due. */
  resend: { job: true, who: 'clock', input: z.object({ id: Id }), output: Nothing },
});

export const pagingEvents = {
  /** Something rings or has stopped ringing for you: fetch `consults.ringing`. */
  'page.ringing': z.object({ id: Id, urgency: z.enum(['stat', 'urgent', 'routine']) }),
  'page.stopped': z.object({ id: Id }),
};
