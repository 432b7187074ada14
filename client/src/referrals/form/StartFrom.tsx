import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { consults } from '../../consults/api.ts';
import { emergency } from '../../emergency/api.ts';
import { useKnownWords } from '../../emergency/links/known.ts';
import { useWhenBack } from '../../lib/useWhenBack.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { referrals } from '../api.ts';
import { useStart } from './useStart.ts';

type Kind = 'consult' | 'emergency' | 'origin' | 'refile';
type Words = ReturnType<typeof useKnownWords>;

/** Which way and how fast, as the case that it comes from says. */
const startOf: Record<Kind, (id: string, words: Words) => Promise<Parameters<typeof referrals.start>[0]>> = {
  consult: async (id) => {
    const { urgency } = await consults.read({ id });
    return { direction: 'up', lane: urgency === 'stat' ? 'green' : 'elective', from: { consultId: id } };
  },
  emergency: async (id, words) => {
    const { dx, story } = words(await emergency.read({ id }));
    const sheet = { presentIllness: story, ...(dx && { dx }) };
    return { direction: 'up', lane: 'green', from: { emergencyId: id, sheet } };
  },
  origin: async (id) => ({ direction: 'down', from: { originId: id } }),
  refile: async (id) => {
    const { direction, lane } = await referrals.read({ id });
    return { direction, lane, from: { refileId: id } };
  },
};

/** 一键转诊: nothing to choose, straight on to the form. */
export const StartFrom = ({ kind, id }: { kind: Kind; id: string }) => {
  const { t } = useTranslation('referrals');
  const starting = useStart();
  const words = useKnownWords();
  const begin = () => starting.mutate(() => startOf[kind](id, words));
  const once = useEffectEvent(begin);
  useEffect(() => once(), []);
  useWhenBack(starting.isError, begin);
  if (starting.isError) return <Failed error={starting.error} title={t('new.failed.start')} retry={begin} />;
  return <Loading rows={6} />;
};
