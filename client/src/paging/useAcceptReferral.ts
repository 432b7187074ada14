import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMe } from '../lib/session.ts';
import { referrals } from '../referrals/api.ts';
import { sayDone } from '../ui/Toast.tsx';
import { byReferral, type Overtaken } from './overtaken.ts';
import type { ReferralRinging } from './rings.ts';
import { useAnswering } from './useAnswering.ts';

/** 接收 straight from the ring, and on to the case: bed and team are arranged there. */
export const useAcceptReferral = ({ id, path }: ReferralRinging, onOvertaken: (by: Overtaken) => void) => {
  const { t } = useTranslation('referrals');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const me = useMe().id;
  const read = referrals.read.query({ id });
  const overtaken = async () => byReferral(id, await cache.fetchQuery({ ...read, staleTime: 0 }).catch(() => null), me);
  const { run, busy, problem } = useAnswering({ overtaken, onOvertaken, ringing: referrals.ringing.query() });
  const accept = () =>
    run(
      async () => cache.setQueryData(read.queryKey, await referrals.accept({ id })),
      () => {
        sayDone(t('ring.accepted'));
        void navigate(path);
      },
    );
  return { accept, busy, problem };
};
