import { z } from 'zod';
import { machine } from './kit.ts';

/** `stoodDown`: a false alarm; it counts in no figure. */
export const EmergencyStatus = z.enum(['active', 'stoodDown', 'closed', 'reviewed']);
export type EmergencyStatus = z.infer<typeof EmergencyStatus>;
export const EmergencyOutcome = z.enum(['admitted', 'transferred', 'discharged', 'died', 'selfDischarged', 'other']);
export type EmergencyOutcome = z.infer<typeof EmergencyOutcome>;

/** local: doctors of the center and of the department that called; partner: the other hospital's; the desks of both. */
export type EmergencyRelation = 'local' | 'partner' | 'localDesk' | 'partnerDesk';

const team = ['local', 'partner', 'localDesk', 'partnerDesk'] as const;
/** Time points are facts and no part of this: they may be stamped in every state, until their month is locked. */
export const emergencySteps = machine<EmergencyStatus, EmergencyRelation>()([
  { verb: 'answer', from: ['active'], to: 'active', by: team },
  { verb: 'standDown', from: ['active'], to: 'stoodDown', by: ['local', 'localDesk'] },
  { verb: 'close', from: ['active'], to: 'closed', by: ['local', 'localDesk'] },
  { verb: 'reopen', from: ['stoodDown', 'closed', 'reviewed'], to: 'active', by: ['local', 'localDesk'] },
  { verb: 'review', from: ['closed', 'reviewed'], to: 'reviewed', by: ['localDesk'] },
]);
export const EmergencyVerb = z.enum(['answer', 'standDown', 'close', 'reopen', 'review']);
export type EmergencyVerb = z.infer<typeof EmergencyVerb>;
