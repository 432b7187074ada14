import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RingCard } from '../../../contract/consults.ts';
import { consults } from '../consults/api.ts';
import { keepConsult } from '../consults/useConsult.ts';
import type { Reason } from '../consults/verbs/DeclineSheet.tsx';
import { useMe } from '../lib/session.ts';
import { sayDone } from '../ui/Toast.tsx';
import { paging } from './api.ts';
import { byConsult, type Overtaken } from './overtaken.ts';
import { useAnswering } from './useAnswering.ts';

/** What the ring of a consult can be answered with; each ends in a fresh look at what still rings. */
export const useAnswer = (card: RingCard, onOvertaken: (by: Overtaken) => void) => {
  const { t } = useTranslation('paging');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const me = useMe().id;
  const { consultId: id, pageId } = card;
  const overtaken = async () =>
    byConsult(id, await cache.fetchQuery({ ...consults.read.query({ id }), staleTime: 0 }).catch(() => null), me);
  const { run, busy, problem } = useAnswering({ overtaken, onOvertaken, ringing: consults.ringing.query() });
  return {
    busy,
    problem,
    accept: () =>
      run(
        async () => keepConsult(cache, await consults.accept({ id })),
        () => void navigate(`/room/consult/${id}`),
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
          if (card.desk) keepConsult(cache, await consults.decline({ id, ...why }));
          else await paging.decline({ id: pageId, ...why });
        },
        () => sayDone(t('declined')),
      ),
  };
};
