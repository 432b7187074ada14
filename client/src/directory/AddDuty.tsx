import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Choice, Field, Select } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { DutyHours } from './DutyHours.tsx';
import { chosen, type Draft, type Part, useAdding } from './useAdding.ts';
import type { NewDuty, Roster } from './useRoster.ts';
import { clockOf, DAY, type Span, type Weekday, weekdays } from './week.ts';

interface Props {
  department: Roster['departments'][number];
  weekday: Weekday;
  /** Where a gap begins and ends, as a first guess. */
  from: number;
  to: number;
  busy: boolean;
  add: (duty: NewDuty) => Promise<unknown>;
  onClose: () => void;
}

/** The gap that was pressed, for the first person of the department. */
const firstDraft = ({ people }: Props['department'], { weekday, from, to }: Span & { weekday: Weekday }): Draft => ({
  personId: people[0]?.id ?? '',
  line: 1,
  days: new Set([weekday]),
  whole: from === 0 && to === DAY,
  begin: clockOf(from),
  end: clockOf(to % DAY),
});

const Days = ({ draft: { days }, set }: Part) => {
  const { t } = useTranslation('directory');
  const toggle = (day: Weekday, on: boolean) => {
    const next = new Set(days);
    if (on) next.add(day);
    else next.delete(day);
    set({ days: next });
  };
  return (
    <fieldset className="row" aria-label={t('days')}>
      {weekdays.map((day) => (
        <Choice key={day} type="checkbox" checked={days.has(day)} onChange={(event) => toggle(day, event.target.checked)}>
          {t(`weekday.${day}`)}
        </Choice>
      ))}
    </fieldset>
  );
};

/** Who, which line, which days, from when to when; an end not after the start runs into the next day. */
export const AddDuty = ({ department, weekday, from, to, busy, add, onClose }: Props) => {
  const { t } = useTranslation(['directory', 'common']);
  const { draft, set, send, problem } = useAdding({
    departmentId: department.id,
    first: firstDraft(department, { weekday, from, to }),
    add,
    onDone: onClose,
  });
  const { personId, line, days } = draft;
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" busy={busy} disabled={!personId || days.size === 0 || !chosen(draft)} onClick={() => void send()}>
        {t('add')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('addTitle', { department: department.name })} onClose={onClose} actions={actions}>
      <div className="stack">
        {department.people.length === 0 && <Note c="urgent">{t('noPeople')}</Note>}
        <Field label={t('person')} required>
          {(tied) => (
            <Select {...tied} value={personId} onChange={(event) => set({ personId: event.target.value })}>
              {department.people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name} {person.title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <fieldset className="row" aria-label={t('lineLabel')}>
          {([1, 2] as const).map((one) => (
            <Choice key={one} type="radio" name="line" checked={line === one} onChange={() => set({ line: one })}>
              {t(`line.${one}`)}
            </Choice>
          ))}
        </fieldset>
        <Days draft={draft} set={set} />
        <DutyHours
          draft={draft}
          set={set}
          problem={problem && t('refused', { day: t(`weekday.${problem.day}`), why: problem.text })}
        />
      </div>
    </Sheet>
  );
};
