import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { rolesOf } from '../app/nav.ts';
import { consults } from '../consults/api.ts';
import { emergency } from '../emergency/api.ts';
import { useMe } from '../lib/session.ts';
import { useEvent } from '../lib/socket.ts';
import { referrals } from '../referrals/api.ts';
import { hottestFirst, ofConsult, ofEmergency, ofReferral, type Ringing } from './rings.ts';

/** A ring is a row: even with every event lost it shows within this time. */
const EVERY_MS = 20_000;
const ALWAYS_FRESH = { refetchInterval: EVERY_MS, staleTime: 0 };

const ofConsults = consults.ringing.query();
const ofReferrals = referrals.ringing.query();
const ofCenters = emergency.ringing.query();

/** What rings for the reader now, consults, referrals and the teams of the centers, hottest first. */
export const useRinging = (): readonly Ringing[] => {
  const cache = useQueryClient();
  const roles = rolesOf(useMe());
  const answers = roles.has('specialist') || roles.has('coordinator');
  const look = ({ queryKey }: { queryKey: readonly unknown[] }) => void cache.invalidateQueries({ queryKey });
  const lookAtAll = () => [ofConsults, ofReferrals, ofCenters].forEach(look);
  useEvent('page.ringing', lookAtAll);
  useEvent('page.stopped', lookAtAll);
  useEvent('consult.changed', () => look(ofConsults));
  useEvent('referral.changed', () => look(ofReferrals));
  useEvent('emergency.changed', () => look(ofCenters));
  const { data: asked } = useQuery({ ...ofConsults, ...ALWAYS_FRESH, enabled: answers });
  const { data: coming } = useQuery({ ...ofReferrals, ...ALWAYS_FRESH, enabled: answers || roles.has('doctor') });
  const { data: called } = useQuery({ ...ofCenters, ...ALWAYS_FRESH, enabled: answers || roles.has('doctor') });
  return useMemo(() => {
    const rings: Ringing[] = [
      ...(asked?.items.map(ofConsult) ?? []),
      ...(coming?.items.map(ofReferral) ?? []),
      ...(called?.items.map(ofEmergency) ?? []),
    ];
    return rings.sort(hottestFirst);
  }, [asked, coming, called]);
};
