import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { emergency as actions } from '../../../../contract/emergency.ts';
import { emergency } from '../api.ts';

type Rules = z.output<typeof actions.rules.output>;
const KEPT = 'shanhai.emergencyRules';

/** What this device was told last; nothing where it holds none, or those of another build. */
const kept = (): Rules | undefined => {
  try {
    return actions.rules.output.safeParse(JSON.parse(localStorage.getItem(KEPT) ?? '')).data;
  } catch {
    return undefined;
  }
};

const fetched = async (): Promise<Rules> => {
  const rules = await emergency.rules();
  localStorage.setItem(KEPT, JSON.stringify(rules));
  return rules;
};

/** Nodes and targets of the centers, kept on the device: without them a case has no clocks where there is no link. */
export const useRules = (): UseQueryResult<Rules> =>
  useQuery({ ...emergency.rules.query(), queryFn: fetched, initialData: kept, initialDataUpdatedAt: 0 });
