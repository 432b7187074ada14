import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReferralFilter } from '../../../contract/referralFilter.ts';
import { useEvent } from '../lib/socket.ts';
import { referrals } from './api.ts';

/** A ward round moves many cards at once: they are fetched once for all. */
const PAUSE_MS = 400;
/** Even with every event lost the board is no older than this. */
const EVERY_MS = 60_000;
const SHOWN = 50;

let soon: ReturnType<typeof setTimeout> | undefined;
const refetchSoon = (cache: QueryClient): void => {
  if (soon !== undefined) return;
  soon = setTimeout(() => {
    soon = undefined;
    void cache.invalidateQueries({ queryKey: ['referrals', 'list'] });
    void cache.invalidateQueries({ queryKey: referrals.counts.query().queryKey });
  }, PAUSE_MS);
};

/** Lists and counts follow every change; ids only travel, so they are fetched again, however many parts ask for it. */
export const useLiveReferrals = (): void => {
  const cache = useQueryClient();
  useEvent('referral.changed', () => refetchSoon(cache));
};

/** How many wait where; no patient is read for it. */
export const useCounts = () => {
  useLiveReferrals();
  return useQuery({ ...referrals.counts.query(), refetchInterval: EVERY_MS }).data;
};

/** The referrals of a filter, page after page. */
export const useReferralPages = (filter: ReferralFilter) => {
  useLiveReferrals();
  const { search, ...rest } = filter;
  return useInfiniteQuery({
    queryKey: ['referrals', 'list', 'pages', filter],
    queryFn: ({ pageParam }) => {
      const page = { ...rest, limit: SHOWN, ...(pageParam && { after: pageParam }) };
      return search ? referrals.find({ ...page, search }) : referrals.list(page);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: EVERY_MS,
  });
};
export type ReferralPages = ReturnType<typeof useReferralPages>;
