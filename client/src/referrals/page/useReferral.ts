import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Referral } from '../../../../contract/referrals.ts';
import { serverNow } from '../../lib/clock.ts';
import { useEvent } from '../../lib/socket.ts';
import { referrals } from '../api.ts';

/** A sight that was opened by breaking the glass is asked for again just after it is over. */
const useSightEnd = (referral: Referral | undefined, again: () => void): void => {
  const until = referral?.sight === 'glass' ? referral.sightUntil : null;
  const over = useEffectEvent(again);
  useEffect(() => {
    if (!until) return;
    const timer = setTimeout(() => over(), Math.max(0, Date.parse(until) - serverNow()) + 1_000);
    return () => clearTimeout(timer);
  }, [until]);
};

/** One referral, live: fetched again when it has changed, here or on the other side. */
export const useReferral = (id: string) => {
  const cache = useQueryClient();
  const query = useQuery(referrals.read.query({ id }));
  useEvent('referral.changed', (changed) => {
    if (changed.id === id) void cache.invalidateQueries({ queryKey: referrals.read.query({ id }).queryKey });
  });
  useSightEnd(query.data, () => void query.refetch());
  return query;
};
