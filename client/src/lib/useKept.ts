import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dropDraft, keepDraft, readDraft } from './storage.ts';

interface Heard {
  data: unknown;
  dataUpdatedAt: number;
}

/**
 * What a query heard last, on this device for its owner only and until they leave, shown until the server answers: for the
 * pages of a rescue, which must open without a link. `keep` false: it is over, nothing stays.
 */
export const useKept = (queryKey: QueryKey, { data, dataUpdatedAt }: Heard, keep: boolean): void => {
  const cache = useQueryClient();
  const name = `kept.${JSON.stringify(queryKey)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says the key
  useEffect(() => {
    if (!keep) return;
    void readDraft(name).then((draft) => {
      if (draft && cache.getQueryData(queryKey) === undefined)
        cache.setQueryData(queryKey, draft.value, { updatedAt: draft.savedAt });
    });
  }, [name, keep]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer has another time
  useEffect(() => {
    if (data === undefined) return;
    void (keep ? keepDraft(name, data, dataUpdatedAt) : dropDraft(name));
  }, [name, keep, dataUpdatedAt]);
};
