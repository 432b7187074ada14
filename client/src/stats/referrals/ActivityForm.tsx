import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Activity, referralStats as contract } from '../../../../contract/referralStats.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, FieldError, TextInput } from '../../ui/Field.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { sayDone } from '../../ui/Toast.tsx';
import { monthName } from '../months.ts';
import { referralStats } from './api.ts';

const { outpatient: Visits } = contract.putActivity.input.shape;

const read = (text: string): number | null => {
  const parsed = Visits.safeParse(text.trim() === '' ? Number.NaN : Number(text));
  return parsed.success ? parsed.data : null;
};

interface NumberFieldProps {
  label: string;
  value: string;
  shown: boolean;
  onChange: (value: string) => void;
}

const NumberField = ({ label, value, shown, onChange }: NumberFieldProps) => {
  const { t } = useTranslation('stats');
  return (
    <Field label={label} error={shown && read(value) === null && t('referral.activity.wrong')}>
      {(tied) => <TextInput {...tied} inputMode="numeric" value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
};

/** Sends what was entered, and fetches every figure that divides by it. */
const usePut = ({ hospital, month }: Activity, onDone: () => void) => {
  const { t } = useTranslation('stats');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (visits: { outpatient: number; discharges: number }) =>
      referralStats.putActivity({ hospitalId: hospital.id, month, ...visits }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['referralStats'] });
      sayDone(t('referral.activity.saved', { month: monthName(month) }));
      onDone();
    },
  });
};

/** One month of one hospital. */
export const ActivityForm = ({ row, onClose }: { row: Activity; onClose: () => void }) => {
  const { t } = useTranslation(['stats', 'common']);
  const refusalText = useRefusalText();
  const [outpatient, setOutpatient] = useState(String(row.outpatient ?? ''));
  const [discharges, setDischarges] = useState(String(row.discharges ?? ''));
  const [tried, tryNow] = useState(false);
  const put = usePut(row, onClose);
  const save = () => {
    tryNow(true);
    const visits = { outpatient: read(outpatient), discharges: read(discharges) };
    if (visits.outpatient !== null && visits.discharges !== null)
      put.mutate(visits as { outpatient: number; discharges: number });
  };
  return (
    <Sheet
      title={`${row.hospital.shortName} ${monthName(row.month)}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" busy={put.isPending} onClick={save}>
            {t('referral.activity.save')}
          </Button>
        </>
      }
    >
      <NumberField label={t('referral.activity.outpatient')} value={outpatient} shown={tried} onChange={setOutpatient} />
      <NumberField label={t('referral.activity.discharges')} value={discharges} shown={tried} onChange={setDischarges} />
      {put.error && <FieldError>{refusalText(put.error)}</FieldError>}
    </Sheet>
  );
};
