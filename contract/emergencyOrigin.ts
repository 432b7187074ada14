import { z } from 'zod';
import { Center } from './emergencyNodes.ts';
import { Id } from './kit.ts';

/** The case of a center that a consult or a referral began from; `id` is null for whoever may not open it. */
export const Origin = z.object({ id: Id.nullable(), emergencyNo: z.string(), center: Center });
export type Origin = z.infer<typeof Origin>;
