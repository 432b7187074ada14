import { LONGEST_ROAD_MS } from '../../../contract/emergencyRoad.ts';

const MINUTE_MS = 60_000;

/** Typed minutes, in milliseconds; null where they are no arrival that could be expected. */
export const roadMs = (typed: string): number | null => {
  const ms = Math.round(Number(typed.normalize('NFKC'))) * MINUTE_MS;
  return typed.trim() !== '' && ms > 0 && ms <= LONGEST_ROAD_MS ? ms : null;
};
