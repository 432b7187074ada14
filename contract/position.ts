import { z } from 'zod';
import { Instant } from './kit.ts';

/** Degrees, WGS 84. */
export const Place = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

/** Where a car was last, by the telephone of somebody in it. */
export const Position = Place.extend({ at: Instant });
export type Position = z.infer<typeof Position>;
