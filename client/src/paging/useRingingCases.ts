import { useQueries, useQuery } from '@tanstack/react-query';
import type { Consult } from '../../../contract/consults.ts';
import { rolesOf } from '../app/nav.ts';
import { consults } from '../consults/api.ts';
import { useLiveLists } from '../consults/useConsult.ts';
import { useMe } from '../lib/session.ts';
import { useEvent } from '../lib/socket.ts';

const EVERY_MS = 20_000;
/** More than ring at once in the worst night; the list page has the rest. */
const SHOWN = 12;

/** Every case of the reader's hospitals that nobody has answered yet, with who is being rung; most pressing first. */
export const useRingingCases = (): { cases: readonly Consult[]; pending: boolean; error: unknown } => {
  const desk = rolesOf(useMe()).has('coordinator');
  useLiveLists();
  const list = useQuery({
    ...consults.list.query({ box: 'open', status: 'requested', limit: SHOWN }),
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
    enabled: desk,
  });
  const rows = list.data?.items ?? [];
  const reads = useQueries({ queries: rows.map(({ id }) => ({ ...consults.read.query({ id }), refetchInterval: EVERY_MS })) });
  useEvent('page.ringing', () => void list.refetch());
  return {
    cases: reads.flatMap(({ data }) => (data?.status === 'requested' ? [data] : [])),
    pending: list.isPending,
    error: list.error,
  };
};
