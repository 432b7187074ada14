import { z } from 'zod';
import { ConsultStatus } from './consults.ts';
import { actions, ById, Id, Instant } from './kit.ts';
import { ReferralStatus } from './referralSteps.ts';

const Shared = {
  /** Null for whoever may not open it. */
  id: Id.nullable(),
  number: z.string(),
  /** Whom it asks; null while that is open. */
  hospital: z.string().nullable(),
  at: Instant,
};
/** A consult or a referral that began from a case. */
export const Linked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consult'), ...Shared, status: ConsultStatus }),
  z.object({ kind: z.literal('referral'), ...Shared, status: ReferralStatus }),
]);
export type Linked = z.infer<typeof Linked>;

/** What the reader may open from a case. */
export const Opening = z.enum(['consult', 'referral']);
export type Opening = z.infer<typeof Opening>;

export const emergencyLinks = actions({
  /** Newest first. */
  list: {
    http: 'GET /emergencies/:id/links',
    who: ['doctor', 'specialist', 'coordinator'],
    input: ById,
    output: z.object({
      items: z.array(Linked),
      can: z.array(Opening),
      /** The hospital that has the case, and whom its center works with. */
      from: z.object({ hospitalId: Id }),
      to: z.object({ departmentId: Id }).nullable(),
    }),
  },
});
