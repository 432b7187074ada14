import type { ReactNode } from 'react';
import { fromInputTime, inputTime } from '../lib/format.ts';
import { Field, TextInput } from './Field.tsx';

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** An instant; null while nothing has been chosen. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** Day and minute in Beijing time, wherever the browser is. */
export const MomentField = ({ value, onChange, ...field }: Props) => (
  <Field {...field}>
    {(tied) => (
      <TextInput
        {...tied}
        type="datetime-local"
        value={value ? inputTime(value) : ''}
        onChange={(event) => onChange(event.target.value ? fromInputTime(event.target.value) : null)}
      />
    )}
  </Field>
);
