import { useTranslation } from 'react-i18next';
import { useInstruments } from '../../instruments/useInstruments.ts';
import { useOffsetWord } from '../../instruments/words.ts';
import { Field, Select } from '../../ui/Field.tsx';
import type { TimeForm } from './timeForm.ts';

interface Props {
  hospitalId: string | null;
  form: TimeForm;
  set: (part: Partial<TimeForm>) => void;
}

/** Which clock a time was read from, with how far that clock is off. */
export const InstrumentField = ({ hospitalId, form, set }: Props) => {
  const { t } = useTranslation('instruments');
  const offsetWord = useOffsetWord();
  const items = useInstruments(hospitalId).data?.items ?? [];
  return (
    <Field label={t('from')} hint={form.instrument && t('fromHint')}>
      {(tied) => (
        <Select
          {...tied}
          value={form.instrument?.id ?? ''}
          onChange={(event) => set({ instrument: items.find(({ id }) => id === event.target.value) ?? null })}
        >
          <option value="">{t('unlisted')}</option>
          {items.map(({ id, name, last }) => (
            <option key={id} value={id}>
              {last ? `${name} (${offsetWord(last.offsetMs)})` : name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
};
