import type { z } from 'zod';
import type { Stamp } from '../../../../contract/emergency.ts';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { pressedNow } from '../../lib/clock.ts';

export type Made = z.input<typeof Stamp>;

/** As it happens. */
export const stampNow = (node: NodeCode): Made => ({ id: crypto.randomUUID(), node, ...pressedNow() });

/** By the server's clock, as the server will correct it. */
export const trueTime = ({ at, offsetMs = 0 }: { at: string | null; offsetMs?: number | undefined }): Date | null =>
  at === null ? null : new Date(Date.parse(at) - offsetMs);

/** A time that somebody read off a wall, a record or a device: no clock of this phone is in it, so nothing is corrected. */
export const stampPast = (made: Omit<Made, 'id' | 'offsetMs'>): Made => ({ ...made, id: crypto.randomUUID(), offsetMs: 0 });

export const takeBack = ({ id, node }: Pick<Made, 'id' | 'node'>, reason: string): Made =>
  stampPast({ node, at: null, supersedes: id, reason });
