import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { vitals as actions, type Reading } from '../../../../contract/vitals.ts';
import { client } from '../../lib/api.ts';
import { useEvent } from '../../lib/socket.ts';

const vitals = client(actions, 'vitals');

/** Numbers older than this are grey with their age (domain §0.10). */
export const STALE_MS = 3_000;

const newer = (one: Reading | undefined, other: Reading | undefined): Reading | undefined =>
  !one || (other && other.at > one.at) ? other : one;

/** The newest reading of a monitor, if one speaks; and of each measure the last that was said. */
export const useVitals = (id: string) => {
  const [heard, setHeard] = useState<Reading>();
  const { data } = useQuery(vitals.recent.query({ id }));
  useEvent('vitals.came', (came) => {
    if (came.id === id) setHeard(came.reading);
  });
  const items = data?.items ?? [];
  const all = heard && newer(items.at(-1), heard) === heard ? [...items, heard] : items;
  const last = <K extends keyof Reading>(measure: K) => all.findLast((reading) => reading[measure] !== undefined);
  return { newest: all.at(-1) ?? null, last };
};
