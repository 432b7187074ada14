import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../lib/refusalText.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { sayDone } from '../../ui/Toast.tsx';
import { monthName } from '../months.ts';
import { emergencyStats } from './api.ts';

/** One month of one of the reader's hospitals. */
export interface HospitalMonth {
  hospital: { id: string; name: string };
  month: string;
}

const useLock = ({ hospital, month }: HospitalMonth, onDone: () => void) => {
  const { t } = useTranslation('stats');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => emergencyStats.lockMonth({ hospitalId: hospital.id, month }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['emergencyStats', 'months'] });
      sayDone(t('centers.locks.done', { month: monthName(month) }));
      onDone();
    },
  });
};

/** Says what a lock means before it is set: there is no way back. */
export const LockSheet = ({ row, onClose }: { row: HospitalMonth; onClose: () => void }) => {
  const { t } = useTranslation(['stats', 'common']);
  const refusalText = useRefusalText();
  const lock = useLock(row, onClose);
  return (
    <Sheet
      title={t('centers.locks.ask', { month: monthName(row.month) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" busy={lock.isPending} onClick={() => lock.mutate()}>
            {t('centers.locks.confirm')}
          </Button>
        </>
      }
    >
      <p>
        <b>{row.hospital.name}</b>
      </p>
      <p>{t('centers.locks.means')}</p>
      <p className="soft">{t('centers.locks.open')}</p>
      {lock.error && <FieldError>{refusalText(lock.error)}</FieldError>}
    </Sheet>
  );
};
