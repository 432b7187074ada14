import { useTranslation } from 'react-i18next';
import { Outside } from '../../../../contract/referralSheet.ts';
import { Field, TextInput } from '../../ui/Field.tsx';
import { blankOutside, type OutsideText } from './outside.ts';

interface Props {
  text: OutsideText;
  onChange: (text: OutsideText) => void;
  /** Pressed while something was wrong. */
  asked: boolean;
}

/** A hospital off the platform: its name, and the number by which it is asked. */
export const OutsideFields = ({ text, onChange, asked }: Props) => {
  const { t } = useTranslation('referrals');
  const wrong = (name: keyof OutsideText): boolean =>
    name in Outside.shape && !Outside.shape[name].safeParse(text[name].trim() || undefined).success;
  return Object.entries(blankOutside).map(([key]) => {
    const name = key as keyof OutsideText;
    return (
      <Field
        key={name}
        label={t(`page.outside.${name}`)}
        required={name === 'hospital' || name === 'phone'}
        error={asked && wrong(name) && t(`page.outside.wrong.${name === 'phone' ? 'phone' : 'text'}`)}
      >
        {(tied) => (
          <TextInput
            {...tied}
            inputMode={name === 'phone' ? 'tel' : 'text'}
            value={text[name]}
            onChange={(event) => onChange({ ...text, [name]: event.target.value })}
          />
        )}
      </Field>
    );
  });
};
