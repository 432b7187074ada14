import { useQuery } from '@tanstack/react-query';
import type { CenterView } from '../../../contract/emergency.ts';
import { useKept } from '../lib/useKept.ts';
import { emergency } from './api.ts';

/** What each center calls and the numbers to dial: from the server, and without a link as this device last heard it. */
export const useCenters = (): readonly CenterView[] => {
  const query = emergency.centers.query();
  const heard = useQuery(query);
  useKept(query.queryKey, heard, true);
  return heard.data?.items ?? [];
};

/** A number once, however many centers name it. */
export const phonesOf = (centers: readonly CenterView[]): CenterView['phones'] => [
  ...new Map(centers.flatMap(({ phones }) => phones).map((line) => [line.phone, line])).values(),
];
