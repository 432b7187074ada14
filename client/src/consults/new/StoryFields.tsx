import { useTranslation } from 'react-i18next';
import { type Bind, LongField, TextField } from '../../ui/form/bind.tsx';
import { DxField } from './DxField.tsx';
import type { Form } from './form.ts';

/** Diagnosis, why help is wanted, the story so far, results. */
export const StoryFields = ({ bind }: { bind: Bind<Form> }) => {
  const { t } = useTranslation('consults');
  return (
    <div className="grid">
      <DxField bind={bind} />
      <TextField bind={bind} name="reason" maxLength={500} hint={t('hint.reason')} />
      <div className="wide">
        <LongField bind={bind} name="summary" rows={5} maxLength={4000} hint={t('hint.summary')} />
      </div>
      <div className="wide">
        <LongField bind={bind} name="auxResults" rows={3} maxLength={4000} hint={t('hint.auxResults')} />
      </div>
    </div>
  );
};
