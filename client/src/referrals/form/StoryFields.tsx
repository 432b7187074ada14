import { useTranslation } from 'react-i18next';
import { type Direction, reasonsOf } from '../../../../contract/referralSheet.ts';
import { DxField } from '../../consults/new/DxField.tsx';
import { Choice } from '../../ui/Field.tsx';
import { LongField, TextField } from '../../ui/form/bind.tsx';
import { ChipsField } from '../../ui/form/ChipsField.tsx';
import type { FormBind } from './controls.tsx';

interface Props {
  bind: FormBind;
  direction: Direction;
  maternal: boolean;
  onMaternal: (asked: boolean) => void;
}

/** Diagnosis, why the patient has to go, and the story so far. */
export const StoryFields = ({ bind, direction, maternal, onMaternal }: Props) => {
  const { t } = useTranslation('referrals');
  return (
    <div className="grid">
      <DxField bind={bind} />
      <TextField bind={bind} name="complaint" maxLength={500} hint={t('new.hint.complaint')} />
      <div className="wide stack">
        <ChipsField bind={bind} name="reasons" options={reasonsOf(direction)} word={(code) => t(`reason.${code}`)} />
        <TextField bind={bind} name="reasonNote" maxLength={500} />
      </div>
      <div className="wide">
        <LongField bind={bind} name="presentIllness" rows={5} maxLength={4000} hint={t('new.hint.presentIllness')} />
      </div>
      <LongField bind={bind} name="pastHistory" rows={2} maxLength={2000} />
      <LongField bind={bind} name="allergies" rows={2} maxLength={500} hint={t('new.hint.allergies')} />
      <div className="wide">
        <Choice type="checkbox" checked={maternal} onChange={(event) => onMaternal(event.target.checked)}>
          {t('new.maternal')}
        </Choice>
      </div>
    </div>
  );
};
