import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Center } from '../../../contract/emergencyNodes.ts';
import { useEvent } from '../lib/socket.ts';
import { useKept } from '../lib/useKept.ts';
import { emergency } from './api.ts';

/** Even with every event lost a list is no older than this. */
const EVERY_MS = 60_000;
/** More than are rescued at once in the worst night. */
const ACTIVE = 50;

export const boxes = ['active', 'review', 'done'] as const;
export interface Filter {
  box: (typeof boxes)[number];
  center?: Center | undefined;
}

/** Lists follow every change; ids only travel, so they are fetched again. */
const useLiveLists = (): void => {
  const cache = useQueryClient();
  useEvent('emergency.changed', () => void cache.invalidateQueries({ queryKey: ['emergency', 'list'] }));
};

/** What is being rescued now in the reader's hospitals. */
export const useActive = () => {
  useLiveLists();
  const asked = emergency.list.query({ box: 'active', limit: ACTIVE });
  const active = useQuery({ ...asked, refetchInterval: EVERY_MS });
  useKept(asked.queryKey, active, true);
  return active;
};

/** The cases of a box, page after page. */
export const useEmergencyPages = ({ box, center }: Filter) => {
  useLiveLists();
  const filter = { box, ...(center && { center }) };
  const queryKey = ['emergency', 'list', 'pages', filter];
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => emergency.list({ ...filter, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: EVERY_MS,
  });
  useKept(queryKey, pages, box === 'active' && !center);
  return pages;
};
export type EmergencyPages = ReturnType<typeof useEmergencyPages>;
