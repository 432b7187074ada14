import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { serverNow } from '../lib/clock.ts';
import { useWork } from '../ui/useWork.ts';
import { consults } from './api.ts';
import { keepConsult } from './useConsult.ts';

/** Who was faster, and by how much. */
const useOvertaken = () => {
  const { t } = useTranslation('consults');
  return (now: Consult): string => {
    if (now.consultant && now.acceptedAt && now.status === 'accepted') {
      const seconds = Math.max(1, Math.round((serverNow() - Date.parse(now.acceptedAt)) / 1000));
      return seconds < 60
        ? t('conflict.accepted', { name: now.consultant.name, seconds })
        : t('conflict.acceptedLong', { name: now.consultant.name });
    }
    return t('conflict.moved', { status: t(`status.${now.status}`) });
  };
};

/** Runs one verb of a consult. */
export const useVerb = (id: string) => {
  const cache = useQueryClient();
  const overtaken = useOvertaken();
  return useWork<Consult>({ query: consults.read.query({ id }), keep: (consult) => keepConsult(cache, consult), overtaken });
};
export type Verb = ReturnType<typeof useVerb>;
