import { useTranslation } from 'react-i18next';
import { Choice, Field, FieldError, TextInput } from '../ui/Field.tsx';
import { chosen, type Part } from './useAdding.ts';
import { clockOf, DAY, hours } from './week.ts';

interface TimeProps extends Part {
  name: 'begin' | 'end';
  hint?: string | false;
  wrong: boolean;
}

const TimeField = ({ name, draft, set, hint, wrong }: TimeProps) => {
  const { t } = useTranslation('directory');
  return (
    <Field label={t(name === 'begin' ? 'from' : 'to')} required hint={hint}>
      {(tied) => (
        <TextInput
          {...tied}
          aria-invalid={wrong}
          type="time"
          value={draft[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
};

/** From when to when; what the server refused stands here. */
export const DutyHours = ({ draft, set, problem }: Part & { problem: string | null }) => {
  const { t } = useTranslation('directory');
  const { whole } = draft;
  const span = chosen(draft);
  const into = span && span.to <= span.from ? t('nextDay') : span?.to === DAY && clockOf(DAY);
  return (
    <div className="add-hours">
      <Choice type="checkbox" checked={whole} onChange={(event) => set({ whole: event.target.checked })}>
        {t('wholeDay', { span: hours({ fromMinute: 0, toMinute: DAY }) })}
      </Choice>
      {!whole && <TimeField name="begin" draft={draft} set={set} wrong={problem !== null} />}
      {!whole && <TimeField name="end" draft={draft} set={set} wrong={problem !== null} hint={into} />}
      {problem && <FieldError>{problem}</FieldError>}
    </div>
  );
};
