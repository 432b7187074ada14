import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InstrumentKind, InstrumentView } from '../../../contract/instruments.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { useEvent } from '../lib/socket.ts';
import { sayDone, sayFailed } from '../ui/Toast.tsx';
import { instruments } from './api.ts';

/** Changes are told to the desk only; whoever else looks sees them within the minute. */
const LOOK_MS = 60_000;

/** Null: of the reader's own hospital. */
export const useInstruments = (hospitalId: string | null) => {
  const cache = useQueryClient();
  useEvent('instruments.changed', () => void cache.invalidateQueries({ queryKey: ['instruments'] }));
  return useQuery({ ...instruments.list.query(hospitalId ? { hospitalId } : {}), refetchInterval: LOOK_MS });
};

/** When the instrument showed what, as `instruments.check` takes it. */
export type Reading = Omit<Parameters<typeof instruments.check>[0], 'id'>;

/** What may be done with the register of a hospital. */
export const useRegister = (hospitalId: string) => {
  const { t } = useTranslation('instruments');
  const cache = useQueryClient();
  const text = useRefusalText();
  const again = () => cache.invalidateQueries({ queryKey: ['instruments'] });
  const onError = (error: unknown) => sayFailed(text(error));
  const check = useMutation({
    mutationFn: ({ id, ...reading }: Reading & { id: string }) => instruments.check({ id, ...reading }),
    onSuccess: again,
    onError,
  });
  const add = useMutation({
    mutationFn: (made: { kind: InstrumentKind; name: string }) => instruments.add({ hospitalId, ...made }),
    onSuccess: again,
    onError,
  });
  const retire = useMutation({ mutationFn: ({ id }: InstrumentView) => instruments.retire({ id }), onSuccess: again, onError });
  return {
    busy: check.isPending || add.isPending || retire.isPending,
    check: async (of: InstrumentView, reading: Reading) => {
      await check.mutateAsync({ id: of.id, ...reading });
      sayDone(t('done.check', { name: of.name }));
    },
    add: async (made: { kind: InstrumentKind; name: string }) => {
      await add.mutateAsync(made);
      sayDone(t('done.add', { name: made.name }));
    },
    retire: async (of: InstrumentView) => {
      await retire.mutateAsync(of);
      sayDone(t('done.retire', { name: of.name }));
    },
  };
};
export type Register = ReturnType<typeof useRegister>;
