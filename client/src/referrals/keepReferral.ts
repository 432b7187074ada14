import type { QueryClient } from '@tanstack/react-query';
import type { Referral } from '../../../contract/referrals.ts';
import { referrals } from './api.ts';

/** After a write has answered with the case itself. */
export const keepReferral = (cache: QueryClient, referral: Referral): void => {
  cache.setQueryData(referrals.read.query({ id: referral.id }).queryKey, referral);
  void cache.invalidateQueries({ queryKey: ['referrals', 'list'] });
  void cache.invalidateQueries({ queryKey: ['referrals', 'counts'] });
};
