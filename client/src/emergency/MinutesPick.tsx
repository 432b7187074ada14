import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '../ui/Field.tsx';
import { Toggle } from '../ui/form/Toggle.tsx';
import { roadMs } from './minutes.ts';
import './MinutesPick.css';

/** One thumb in a moving car. */
const QUICK = ['5', '10', '20', '30'] as const;

interface Props {
  label: ReactNode;
  /** As typed; empty while nothing is chosen. */
  minutes: string;
  onChange: (minutes: string) => void;
}

/** In how many minutes the ambulance arrives; what is pressed again is taken back. */
export const MinutesPick = ({ label, minutes, onChange }: Props) => {
  const { t } = useTranslation('emergency');
  const [other, setOther] = useState(false);
  const press = (next: string) => {
    setOther(false);
    onChange(!other && next === minutes ? '' : next);
  };
  const pressOther = () => {
    setOther(!other);
    onChange('');
  };
  const chip = (word: string, on: boolean, toggle: () => void) => (
    <Toggle key={word} type="checkbox" checked={on} onChange={toggle}>
      {word}
    </Toggle>
  );
  return (
    <>
      <fieldset className="toggles road-minutes">
        <legend className="field-top">{label}</legend>
        {QUICK.map((n) => chip(t('road.minutes', { n }), !other && n === minutes, () => press(n)))}
        {chip(t('road.other'), other, pressOther)}
      </fieldset>
      {other && (
        <Field label={t('road.otherLabel')} error={minutes !== '' && roadMs(minutes) === null && t('road.wrong')}>
          {(tied) => (
            <TextInput
              {...tied}
              inputMode="numeric"
              maxLength={4}
              value={minutes}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      )}
    </>
  );
};
