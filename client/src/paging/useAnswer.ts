import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Consult, RingCard } from '../../../contract/consults.ts';
import { consults } from '../consults/api.ts';
import { keepConsult } from '../consults/useConsult.ts';
import type { Reason } from '../consults/verbs/DeclineSheet.tsx';
import { serverNow } from '../lib/clock.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Refused } from '../lib/refused.ts';
import { useMe } from '../lib/session.ts';
import { sayDone } from '../ui/Toast.tsx';
import { paging } from './api.ts';

/** Somebody else was faster, or the reader themselves on another device. */
export interface Overtaken {
  consultId: string;
  mine: boolean;
  name: string | null;
  seconds: number | null;
}

const overtakenBy = (consultId: string, now: Consult | null, me: string): Overtaken => ({
  consultId,
  mine: now?.consultant?.id === me,
  name: now?.consultant?.name ?? null,
  seconds: now?.acceptedAt ? Math.max(1, Math.round((serverNow() - Date.parse(now.acceptedAt)) / 1000)) : null,
});

/** What a ring can be answered with; each ends in a fresh look at what still rings. */
export const useAnswer = (ring: RingCard, onOvertaken: (by: Overtaken) => void) => {
  const { t } = useTranslation('paging');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const text = useRefusalText();
  const me = useMe().id;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { consultId, pageId } = ring;
  const fail = async (error: unknown) => {
    if (!(error instanceof Refused) || error.code !== 'conflict') return setProblem(text(error));
    const now = await cache.fetchQuery({ ...consults.read.query({ id: consultId }), staleTime: 0 }).catch(() => null);
    onOvertaken(overtakenBy(consultId, now, me));
  };
  const run = async (work: () => Promise<unknown>, then: () => void) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      then();
    } catch (error) {
      await fail(error);
    } finally {
      setBusy(false);
      void cache.invalidateQueries({ queryKey: consults.ringing.query().queryKey });
    }
  };
  return {
    busy,
    problem,
    accept: () =>
      run(
        async () => keepConsult(cache, await consults.accept({ id: consultId })),
        () => void navigate(`/room/consult/${consultId}`),
      ),
    passOn: () =>
      run(
        () => paging.passOn({ id: pageId }),
        () => sayDone(t('passedOn')),
      ),
    decline: (reason: Reason, note: string) =>
      run(
        async () => {
          const why = { reason, ...(note && { note }) };
          if (ring.desk) keepConsult(cache, await consults.decline({ id: consultId, ...why }));
          else await paging.decline({ id: pageId, ...why });
        },
        () => sayDone(t('declined')),
      ),
  };
};
