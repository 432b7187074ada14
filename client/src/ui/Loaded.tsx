import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed } from './Failed.tsx';
import { Loading } from './Loading.tsx';

interface Props<T> {
  query: UseQueryResult<T>;
  /** What did not come, when it did not. */
  failed?: ReactNode;
  rows?: number;
  /** The whole page depends on it. */
  page?: boolean;
  children: (data: T) => ReactNode;
}

/** A query in all its states; data once there stays on screen while it is fetched again or cannot be. */
export const Loaded = <T,>({ query, failed, rows, page = false, children }: Props<T>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Failed page={page} error={query.error} title={failed} retry={() => void query.refetch()} />;
  return <Loading {...(rows === undefined ? {} : { rows })} />;
};
