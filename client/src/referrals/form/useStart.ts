import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { referrals as actions } from '../../../../contract/referrals.ts';
import { referrals } from '../api.ts';
import { keepReferral } from '../keepReferral.ts';

type Start = z.input<typeof actions.start.input>;

/** Makes the draft and goes on to its form; going back from there leads past this step. */
export const useStart = () => {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (start: Start | (() => Promise<Start>)) =>
      referrals.start(typeof start === 'function' ? await start() : start),
    onSuccess: (referral) => {
      keepReferral(cache, referral);
      void navigate(`/referrals/${referral.id}/edit`, { replace: true });
    },
  });
};
