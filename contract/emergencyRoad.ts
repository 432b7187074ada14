import { z } from 'zod';
import type { Center, NodeCode } from './emergencyNodes.ts';
import type { EmergencyStatus } from './emergencySteps.ts';
import { Instant } from './kit.ts';
import { Position } from './position.ts';

/** Where the road ends: at the door; a center that counts from the bed has a node of its own for it. */
export const ROAD_END: Readonly<Record<Center, NodeCode>> = {
  chestPain: 'DOOR',
  stroke: 'DOOR',
  trauma: 'DOOR',
  maternal: 'ARRIVE',
  newborn: 'NICU_IN',
};

/** Nobody rides longer than this to the hospital that they call; more is a slip of the thumb. */
export const LONGEST_ROAD_MS = 24 * 3_600_000;

interface Going {
  center: Center;
  status: EmergencyStatus;
  etaAt: Date | null;
}
/** When it is expected, while the patient is on the road (上车即入院); null before, after and without an ambulance. */
export const roadOf = ({ center, status, etaAt }: Going, shown: ReadonlyMap<NodeCode, unknown>): Date | null =>
  status === 'active' && !shown.has(ROAD_END[center]) ? etaAt : null;

/** 在途, as everybody of the team sees it. */
export const Road = z.object({
  etaAt: Instant,
  /** Null until somebody in the car shares it. */
  position: Position.nullable(),
});
export type Road = z.infer<typeof Road>;
