import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Emergency } from '../../../../contract/emergency.ts';
import { useWork } from '../../ui/useWork.ts';
import { emergency } from '../api.ts';
import { keepEmergency } from './useEmergency.ts';

/** Who was faster, and how the case stands now. */
const useOvertaken = () => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  return ({ steps, status }: Emergency): string => {
    const last = steps.at(-1);
    const now = t(`emergency:status.${status}`);
    if (!last?.person) return t('overtaken.moved', { status: now });
    return t('overtaken.by', { name: last.person.name, what: t(`emergency:step.${last.verb}`), status: now });
  };
};

/** Runs one verb of a case. */
export const useVerb = (id: string) => {
  const cache = useQueryClient();
  const overtaken = useOvertaken();
  return useWork<Emergency>({ query: emergency.read.query({ id }), keep: (now) => keepEmergency(cache, now), overtaken });
};
export type Verb = ReturnType<typeof useVerb>;
