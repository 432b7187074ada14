import { useTranslation } from 'react-i18next';
import { LongField, TextField } from '../../ui/form/bind.tsx';
import { ChoiceField, type FormBind } from './controls.tsx';

/** Whom to telephone: the ward, and who goes with the patient. */
export const PeopleFields = ({ bind }: { bind: FormBind }) => {
  const { t } = useTranslation('referrals');
  return (
    <div className="grid">
      <TextField bind={bind} name="callbackPhone" type="tel" inputMode="tel" maxLength={20} hint={t('new.hint.callbackPhone')} />
      <TextField bind={bind} name="companionName" maxLength={60} autoComplete="off" />
      <TextField bind={bind} name="companionRelation" maxLength={20} autoComplete="off" />
      <TextField bind={bind} name="companionPhone" type="tel" inputMode="tel" maxLength={20} autoComplete="off" />
    </div>
  );
};

/** 下转: what is to be done at home; each becomes a task of the doctor there. */
export const HomeFields = ({ bind }: { bind: FormBind }) => {
  const { t } = useTranslation('referrals');
  return (
    <div className="stack">
      <p className="mute small">{t('new.hint.home')}</p>
      <LongField bind={bind} name="rehabilitation" rows={3} maxLength={2000} />
      <LongField bind={bind} name="medication" rows={3} maxLength={2000} hint={t('new.hint.medication')} />
      <div className="grid">
        <LongField bind={bind} name="followUp" rows={3} maxLength={2000} />
        <TextField bind={bind} name="followUpAt" type="date" max="2999-12-31" />
      </div>
    </div>
  );
};

/** What the receiving side needs of the person beside the name. */
export const WardFields = ({ bind }: { bind: FormBind }) => (
  <div className="grid">
    <TextField bind={bind} name="bed" maxLength={20} autoComplete="off" />
    <ChoiceField bind={bind} name="payer" />
    <div className="wide">
      <TextField bind={bind} name="address" maxLength={200} autoComplete="off" />
    </div>
  </div>
);
