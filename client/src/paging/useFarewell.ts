import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { consults } from '../consults/api.ts';
import { emergency } from '../emergency/api.ts';
import { useMe } from '../lib/session.ts';
import { referrals } from '../referrals/api.ts';
import { sayNews } from '../ui/Toast.tsx';
import { endOfConsult, endOfEmergency, endOfReferral } from './farewells.ts';
import { useRingName } from './ringName.ts';
import type { Ringing } from './rings.ts';

interface Versioned {
  version: number;
}
interface Read<T> {
  (input: { id: string }): Promise<T>;
  query: (input: { id: string }) => { queryKey: readonly unknown[] };
}

/** The case as it is now, null when it is closed to the reader; nothing where this device ended the ring itself and has the newest already. */
const useNews = () => {
  const cache = useQueryClient();
  return async <T extends Versioned>(read: Read<T>, id: string): Promise<{ now: T | null } | null> => {
    const now = await read({ id }).catch(() => null);
    const known = cache.getQueryData<T>(read.query({ id }).queryKey);
    return now && known && known.version >= now.version ? null : { now };
  };
};

/** A ring that was on the screen and ends elsewhere does not vanish in silence: one line says how it ended. */
export const useFarewell = (rings: readonly Ringing[], shown: Ringing | null): void => {
  const { t } = useTranslation('paging');
  const me = useMe().id;
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const newsOf = useNews();
  const ringName = useRingName();
  const last = useRef<Ringing | null>(null);
  const endOf = async ({ kind, id }: Ringing) => {
    if (kind === 'consult') {
      const found = await newsOf(consults.read, id);
      return found && endOfConsult(found.now, me);
    }
    if (kind === 'referral') {
      const found = await newsOf(referrals.read, id);
      return found && endOfReferral(found.now, me);
    }
    const found = await newsOf(emergency.read, id);
    return found && endOfEmergency(found.now, me);
  };
  const tell = useEffectEvent(async (ring: Ringing) => {
    // The case's own page shows it.
    const end = pathname.endsWith(ring.id) ? null : await endOf(ring);
    if (!end) return;
    const enter = { word: t('enter'), run: () => void navigate(`/room/consult/${ring.id}`) };
    const line = { from: ring.from.shortName, urgency: ringName(ring) };
    sayNews(
      t('ended.line', { ...line, why: t(`ended.${end.word}`, { name: end.name }) }),
      end.word === 'elsewhere.consult' ? enter : undefined,
    );
  });
  useEffect(() => {
    const before = last.current;
    last.current = shown;
    if (before && !rings.some(({ id }) => id === before.id)) void tell(before);
  }, [rings, shown]);
};
