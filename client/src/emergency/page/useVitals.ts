import { useQuery } from '@tanstack/react-query';
import { vitals as actions, type Reading } from '../../../../contract/vitals.ts';
import { client } from '../../lib/api.ts';
import { queries } from '../../lib/query.ts';
import { useEvent } from '../../lib/socket.ts';

export const vitals = client(actions, 'vitals');

/** Numbers older than this are grey with their age (domain §0.10). */
export const STALE_MS = 3_000;

/** Half an hour at one a second, which is also what the server gives. */
const KEPT = 1_800;

/** A late reading takes its place among the others: newest is what was measured last, not what arrived last. */
const withReading = (items: readonly Reading[], reading: Reading): Reading[] =>
  [...items, reading].toSorted((one, other) => one.at.localeCompare(other.at)).slice(-KEPT);

/** The newest reading of a monitor, if one speaks; and of each measure the last that was said. */
export const useVitals = (id: string) => {
  const recent = vitals.recent.query({ id });
  const { data } = useQuery(recent);
  useEvent('vitals.came', (came) => {
    if (came.id !== id) return;
    queries.setQueryData<Awaited<ReturnType<typeof vitals.recent>>>(recent.queryKey, (known) => ({
      items: withReading(known?.items ?? [], came.reading),
    }));
  });
  const items = data?.items ?? [];
  const last = <K extends keyof Reading>(measure: K) => items.findLast((reading) => reading[measure] !== undefined);
  return { newest: items.at(-1) ?? null, last };
};
