import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RingCard, Urgency } from '../../../contract/consults.ts';
import { rolesOf } from '../app/nav.ts';
import { consults } from '../consults/api.ts';
import { useMe } from '../lib/session.ts';
import { useEvent } from '../lib/socket.ts';

/** A ring is a row: even with every event lost it shows within this time. */
const EVERY_MS = 20_000;
const none: readonly RingCard[] = [];
const heat: Readonly<Record<Urgency, number>> = { stat: 0, urgent: 1, routine: 2 };

const hottestFirst = (a: RingCard, b: RingCard): number =>
  heat[a.urgency] - heat[b.urgency] || a.responseDueAt.localeCompare(b.responseDueAt);

/** What rings for the reader now, hottest first. */
export const useRinging = (): readonly RingCard[] => {
  const cache = useQueryClient();
  const roles = rolesOf(useMe());
  const { queryKey, queryFn } = consults.ringing.query();
  const look = () => void cache.invalidateQueries({ queryKey });
  useEvent('page.ringing', look);
  useEvent('page.stopped', look);
  useEvent('consult.changed', look);
  const { data } = useQuery({
    queryKey,
    queryFn,
    refetchInterval: EVERY_MS,
    staleTime: 0,
    enabled: roles.has('specialist') || roles.has('coordinator'),
  });
  return data ? [...data.items].sort(hottestFirst) : none;
};
