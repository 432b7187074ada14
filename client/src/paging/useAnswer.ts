import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Consult, RingCard } from '../../../contract/consults.ts';
import { consults } from '../consults/api.ts';
import type { Reason } from '../consults/verbs/DeclineSheet.tsx';
import { serverNow } from '../lib/clock.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Refused } from '../lib/refused.ts';
import { sayDone } from '../ui/Toast.tsx';
import { paging } from './api.ts';

/** Somebody else was faster. */
export interface Overtaken {
  consultId: string;
  name: string | null;
  seconds: number | null;
}

const overtakenBy = (consultId: string, now: Consult | null): Overtaken => ({
  consultId,
  name: now?.consultant?.name ?? null,
  seconds: now?.acceptedAt ? Math.max(1, Math.round((serverNow() - Date.parse(now.acceptedAt)) / 1000)) : null,
});

/** What a ring can be answered with; each ends in a fresh look at what still rings. */
export const useAnswer = (ring: RingCard, onOvertaken: (by: Overtaken) => void) => {
  const { t } = useTranslation('paging');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const text = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { consultId, pageId } = ring;
  const fail = async (error: unknown) => {
    if (!(error instanceof Refused) || error.code !== 'conflict') return setProblem(text(error));
    onOvertaken(overtakenBy(consultId, await consults.read({ id: consultId }).catch(() => null)));
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
        () => consults.accept({ id: consultId }),
        () => void navigate(`/room/consult/${consultId}`),
      ),
    passOn: () =>
      run(
        () => paging.passOn({ id: pageId }),
        () => sayDone(t('passedOn')),
      ),
    decline: (reason: Reason, note: string) =>
      run(
        () =>
          ring.desk
            ? consults.decline({ id: consultId, reason, ...(note && { note }) })
            : paging.decline({ id: pageId, reason, ...(note && { note }) }),
        () => sayDone(t('declined')),
      ),
  };
};
