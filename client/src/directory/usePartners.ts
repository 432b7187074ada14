import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { DepartmentNow, PartnerNow } from '../../../contract/directory.ts';
import { directory } from './api.ts';

export type Partner = z.infer<typeof PartnerNow>;
export type Department = z.infer<typeof DepartmentNow>;

/** Shifts and presence change without an event. */
const EVERY_MS = 20_000;

/** Hospitals under an active agreement and who is on duty there now. */
export const usePartners = () => useQuery({ ...directory.partners.query(), refetchInterval: EVERY_MS });

const busy: ReadonlySet<string> = new Set(['operating', 'inCall']);

/** Whom the ring skips: operating or in a call. Offline is rung nevertheless, and by telephone. */
export const isBusy = ({ presence }: Department['onDuty'][number]): boolean => busy.has(presence);
