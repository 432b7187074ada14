import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { emergency } from '../emergency/api.ts';
import { useMe } from '../lib/session.ts';
import { sayDone } from '../ui/Toast.tsx';
import { paging } from './api.ts';
import { byEmergency, type Overtaken } from './overtaken.ts';
import type { EmergencyRinging } from './rings.ts';
import { useAnswering } from './useAnswering.ts';

/** 我来, and on to the case; 来不了, and the next is rung at once. */
export const useAnswerEmergency = ({ id, pageId, path }: EmergencyRinging, onOvertaken: (by: Overtaken) => void) => {
  const { t } = useTranslation('paging');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const me = useMe().id;
  const read = emergency.read.query({ id });
  const overtaken = async () => byEmergency(id, await cache.fetchQuery({ ...read, staleTime: 0 }).catch(() => null), me);
  const { run, busy, problem } = useAnswering({ overtaken, onOvertaken, ringing: emergency.ringing.query() });
  return {
    busy,
    problem,
    come: () =>
      run(
        async () => cache.setQueryData(read.queryKey, await emergency.answer({ id })),
        () => {
          sayDone(t('emergency.came'));
          void navigate(path);
        },
      ),
    passOn: () =>
      run(
        () => paging.passOn({ id: pageId }),
        () => sayDone(t('passedOn')),
      ),
  };
};
