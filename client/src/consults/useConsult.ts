import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Consult } from '../../../contract/consults.ts';
import { serverNow } from '../lib/clock.ts';
import { useEvent } from '../lib/socket.ts';
import { consults } from './api.ts';

/** Nobody tells the requester that the next line rings now: look again just after it is due. */
const AFTER_RING_MS = 1_500;
const WHILE_RINGING_MS = 30_000;

const whenNext = (consult: Consult | undefined): number | false => {
  if (consult?.status !== 'requested') return false;
  if (!consult.nextRing) return WHILE_RINGING_MS;
  return Math.max(3_000, Date.parse(consult.nextRing.at) - serverNow() + AFTER_RING_MS);
};

/** One case, live: fetched again when it has changed and when the next ring is due. */
export const useConsult = (id: string) => {
  const cache = useQueryClient();
  useEvent('consult.changed', (changed) => {
    if (changed.id === id) void cache.invalidateQueries({ queryKey: consults.read.query({ id }).queryKey });
  });
  return useQuery({ ...consults.read.query({ id }), refetchInterval: ({ state }) => whenNext(state.data) });
};

/** After a write has answered with the case itself. */
export const keepConsult = (cache: QueryClient, consult: Consult): void => {
  cache.setQueryData(consults.read.query({ id: consult.id }).queryKey, consult);
  void cache.invalidateQueries({ queryKey: ['consults', 'list'] });
  void cache.invalidateQueries({ queryKey: ['consults', 'ringing'] });
};

/** Lists and rings follow every change; ids only travel, so they are fetched again. */
export const useLiveLists = (): void => {
  const cache = useQueryClient();
  useEvent('consult.changed', () => void cache.invalidateQueries({ queryKey: ['consults', 'list'] }));
};
