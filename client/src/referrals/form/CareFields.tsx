import { useTranslation } from 'react-i18next';
import { LongField, TextField } from '../../ui/form/bind.tsx';
import { ChoiceField, type FormBind } from './controls.tsx';

/** What was found, what was done, and what whoever receives the patient has to protect themselves from. */
export const CareFields = ({ bind }: { bind: FormBind }) => {
  const { t } = useTranslation('referrals');
  const { infection } = bind.form;
  return (
    <div className="grid">
      <div className="wide">
        <LongField bind={bind} name="results" rows={3} maxLength={4000} hint={t('new.hint.results')} />
      </div>
      <div className="wide">
        <LongField bind={bind} name="treatments" rows={3} maxLength={4000} hint={t('new.hint.treatments')} />
      </div>
      <div className="wide">
        <TextField bind={bind} name="cautions" maxLength={1000} hint={t('new.hint.cautions')} />
      </div>
      <ChoiceField bind={bind} name="infection" />
      {infection !== '' && infection !== 'none' && (
        <>
          <TextField bind={bind} name="infectionKind" maxLength={100} />
          <ChoiceField bind={bind} name="isolation" />
        </>
      )}
    </div>
  );
};
