import { QueryClient } from '@tanstack/react-query';
import { Refused } from './refused.ts';
import { current, onSession } from './session.ts';

const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof Refused && (error.code === 'unavailable' || error.code === 'internal');

/** A write is never repeated by itself: its page shows the failure, and the retry keeps the idempotency key. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: worthRetrying, networkMode: 'always', refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});

// What one person has read is not left for the next.
onSession(() => {
  if (current().status === 'out') queries.clear();
});
