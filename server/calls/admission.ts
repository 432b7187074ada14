import type { SeatView } from '../../contract/calls.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Grant, GrantedSource } from '../media/grant.ts';

/** How a feature lets somebody into one of its calls: for whom they speak and what they may send. */
export interface Admission extends Pick<Grant, 'listen'> {
  role: SeatView['role'];
  /** The hospital that the person stands for in this call; one of their own. */
  hospitalId: string;
  sources: readonly GrantedSource[];
}

/**
 * What each feature with calls gives: refuses `notFound` without a relation to the subject, `conflict` when it is not
 * the time for a call.
 */
export type CallGrant = (ctx: Ctx, subjectId: string) => Promise<Admission>;

/** A person in conversation: speaks, shows and shares; a ceiling that HD video and a sharp screen fit under. */
export const CONVERSATION: readonly GrantedSource[] = [
  { name: 'mic', kind: 'audio', maxKbps: 64 },
  { name: 'camera', kind: 'video', maxKbps: 2_000 },
  { name: 'screen', kind: 'video', maxKbps: 2_500 },
];
