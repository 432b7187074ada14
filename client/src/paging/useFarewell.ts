import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { Consult, RingCard } from '../../../contract/consults.ts';
import { consults } from '../consults/api.ts';
import { useMe } from '../lib/session.ts';
import { sayNews } from '../ui/Toast.tsx';

type End = 'cancelled' | 'expired' | 'byPhone' | 'elsewhere' | 'answered' | 'over';

/** How it ended, for whoever was being rung; null while others are still rung, which is no news to them. */
const endOf = (now: Consult | null, me: string): End | null => {
  if (now?.status === 'requested') return null;
  if (now?.status === 'cancelled' || now?.status === 'expired') return now.status;
  if (now?.answeredByPhone) return 'byPhone';
  if (now?.consultant) return now.consultant.id === me ? 'elsewhere' : 'answered';
  return 'over';
};

/** Whoever ended it on this device has the newest case already, from the answer to what they did. */
const useUnknown = () => {
  const cache = useQueryClient();
  return async (consultId: string): Promise<{ now: Consult | null } | null> => {
    const now = await consults.read({ id: consultId }).catch(() => null);
    const known = cache.getQueryData<Consult>(consults.read.query({ id: consultId }).queryKey);
    return now && known && known.version >= now.version ? null : { now };
  };
};

/** A ring that was on the screen and ends elsewhere does not vanish in silence: one line says how it ended. */
export const useFarewell = (rings: readonly RingCard[], shown: RingCard | null): void => {
  const { t } = useTranslation('paging');
  const me = useMe().id;
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const look = useUnknown();
  const last = useRef<RingCard | null>(null);
  const tell = useEffectEvent(async ({ consultId, urgency, from }: RingCard) => {
    // The case's own page shows it.
    const found = pathname.endsWith(consultId) ? null : await look(consultId);
    const end = found && endOf(found.now, me);
    if (!end) return;
    const enter = { word: t('enter'), run: () => void navigate(`/room/consult/${consultId}`) };
    const why = t(`ended.${end}`, { name: found.now?.consultant?.name });
    sayNews(
      t('ended.line', { from: from.shortName, urgency: t(`rings.${urgency}`), why }),
      end === 'elsewhere' ? enter : undefined,
    );
  });
  useEffect(() => {
    const before = last.current;
    last.current = shown;
    if (before && !rings.some(({ consultId }) => consultId === before.consultId)) void tell(before);
  }, [rings, shown]);
};
