import { Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Urgency } from '../../../../contract/consults.ts';
import { FieldError } from '../../ui/Field.tsx';
import type { Bind } from '../../ui/form/bind.tsx';
import type { Form } from './form.ts';

const levels: readonly Urgency[] = ['stat', 'urgent', 'routine'];

/** 特急, 急, 普通, each with the limit it promises. */
export const UrgencyPick = ({ bind: { form, set, error } }: { bind: Bind<Form> }) => {
  const { t } = useTranslation(['consults', 'common']);
  return (
    <fieldset
      className="pick"
      data-wrong={Boolean(error('urgency'))}
      aria-describedby={error('urgency') ? 'urgency-error' : undefined}
    >
      <legend className="unseen">{t('field.urgency')}</legend>
      {levels.map((level) => (
        <label key={level} data-c={level} className={form.urgency === level ? 'pick-on' : ''}>
          <input
            type="radio"
            name="urgency"
            data-field="urgency"
            checked={form.urgency === level}
            onChange={() => set({ urgency: level })}
          />
          <b>
            {level === 'stat' && <Zap aria-hidden size={16} />} {t(`common:urgency.${level}`)}
          </b>
          <small>{t(`limit.${level}`)}</small>
        </label>
      ))}
      {error('urgency') && <FieldError id="urgency-error">{error('urgency')}</FieldError>}
    </fieldset>
  );
};
