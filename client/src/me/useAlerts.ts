import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../lib/refusalText.ts';
import { Refused } from '../lib/refused.ts';
import { useMe } from '../lib/session.ts';
import { alertState, push, turnOff, turnOn } from '../paging/alerts.ts';
import { sayDone, sayFailed } from '../ui/Toast.tsx';

const KEY = ['push', 'state'];

/** Ring alerts of this person in this browser, and what may be done about them. */
export const useAlerts = () => {
  const { t } = useTranslation('push');
  const text = useRefusalText();
  const cache = useQueryClient();
  const { id } = useMe();
  const read = async () => {
    const { publicKey } = await push.key();
    return { publicKey, state: await alertState(id, publicKey) };
  };
  const query = useQuery({ queryKey: KEY, queryFn: read, staleTime: 0 });
  const onError = (error: unknown) => sayFailed(error instanceof Refused ? text(error) : t('unreachable'));
  const onSettled = () => cache.invalidateQueries({ queryKey: KEY });
  const on = useMutation({
    mutationFn: (publicKey: string) => turnOn(id, publicKey),
    onSuccess: (granted) => granted && sayDone(t('done.on')),
    onError,
    onSettled,
  });
  const off = useMutation({ mutationFn: turnOff, onSuccess: () => sayDone(t('done.off')), onError, onSettled });
  const test = useMutation({ mutationFn: () => push.test(), onSuccess: () => sayDone(t('done.test')), onError, onSettled });
  return { query, on, off, test };
};
