import { useQuery } from '@tanstack/react-query';
import { emergency } from '../api.ts';
import { useUnsentCases } from '../outbox.ts';
import type { Rescue } from './rescue.ts';

/** How many rescues the reader has open now, this one among them; 0 while nobody can say. */
export const useActiveCases = ({ id }: Rescue): number => {
  const { data } = useQuery({ ...emergency.list.query({ box: 'active' }), refetchInterval: 60_000 });
  const unsent = useUnsentCases();
  if (!data) return 0;
  return new Set([id, ...data.items.map((row) => row.id), ...unsent.map((call) => call.id)]).size;
};
