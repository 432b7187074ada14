import { useQuery, useQueryClient } from '@tanstack/react-query';
import { emergencyLinks as actions } from '../../../../contract/emergencyLinks.ts';
import { client } from '../../lib/api.ts';
import { useEvent } from '../../lib/socket.ts';

export const emergencyLinks = client(actions, 'emergencyLinks');

/** What began from a case, live: a step of it is a change of the case as well. */
export const useLinks = (id: string) => {
  const cache = useQueryClient();
  const query = emergencyLinks.list.query({ id });
  const again = () => void cache.invalidateQueries({ queryKey: query.queryKey });
  useEvent('emergency.changed', (changed) => {
    if (changed.id === id) again();
  });
  return useQuery(query);
};
