import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Emergency } from '../../../../contract/emergency.ts';
import { useEvent } from '../../lib/socket.ts';
import { useKept } from '../../lib/useKept.ts';
import { emergency } from '../api.ts';

/** One case, live; not asked for while it is known to this device alone. */
export const useEmergency = (id: string, sent: boolean) => {
  const cache = useQueryClient();
  useEvent('emergency.changed', (changed) => {
    if (changed.id === id && sent) void cache.invalidateQueries({ queryKey: emergency.read.query({ id }).queryKey });
  });
  const asked = emergency.read.query({ id });
  const read = useQuery({ ...asked, enabled: sent });
  useKept(asked.queryKey, read, sent && (read.data?.status ?? 'active') === 'active');
  return read;
};

/** After a write has answered with the case itself. */
export const keepEmergency = (cache: QueryClient, now: Emergency): void => {
  cache.setQueryData(emergency.read.query({ id: now.id }).queryKey, now);
  void cache.invalidateQueries({ queryKey: ['emergency', 'list'] });
};
