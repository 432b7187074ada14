import { useTranslation } from 'react-i18next';
import type { ScoreKind } from '../../../../../contract/scores/index.ts';
import { Field, TextInput } from '../../../ui/Field.tsx';
import { Toggle } from '../../../ui/form/Toggle.tsx';
import type { ScoreField } from './fields.ts';
import { outOfBounds, type ScoreForm } from './form.ts';
import { useScoreWords } from './words.ts';

interface Props {
  kind: ScoreKind;
  field: ScoreField;
  typed: ScoreForm[string];
  onChange: (typed: ScoreForm[string]) => void;
}

const toggledIn = (typed: readonly string[], option: string): readonly string[] => {
  if (typed.includes(option)) return typed.filter((one) => one !== option);
  return option === 'none' ? ['none'] : [...typed.filter((one) => one !== 'none'), option];
};

const Chips = ({ kind, field, typed, onChange }: Props) => {
  const words = useScoreWords(kind);
  if (field.kind === 'number') return null;
  const many = field.kind === 'many';
  const chosen = many ? ((typed as readonly string[] | undefined) ?? []) : [typed as string | undefined];
  const press = (option: string) => onChange(many ? toggledIn(chosen as readonly string[], option) : option);
  return (
    <fieldset className="toggles ec-grades">
      <legend className="field-top">{words.field(field.name)}</legend>
      {field.options.map((option) => (
        <Toggle
          key={option}
          type={many ? 'checkbox' : 'radio'}
          name={`${kind}.${field.name}`}
          checked={chosen.includes(option)}
          onChange={() => press(option)}
        >
          {words.option(field.name, option)}
        </Toggle>
      ))}
    </fieldset>
  );
};

/** One thing that the score asks for: measured in its unit, or graded in words. */
export const FieldPart = ({ kind, field, typed, onChange }: Props) => {
  const { t } = useTranslation('emergencyCase');
  const words = useScoreWords(kind);
  if (field.kind !== 'number') return <Chips kind={kind} field={field} typed={typed} onChange={onChange} />;
  const label = [words.field(field.name), words.unit(field.name)].filter(Boolean).join(' ');
  const wrong = outOfBounds(field, typed) && t('score.bounds', { min: field.min, max: field.max });
  return (
    <Field label={label} error={wrong}>
      {(tied) => (
        <TextInput
          {...tied}
          type="number"
          inputMode="decimal"
          step="any"
          value={(typed as string | undefined) ?? ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
};
