import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Choice, Field, Select, TextInput } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import type { NewDuty, Roster } from './useRoster.ts';
import { clockOf, minuteOf, type Weekday, weekdays } from './week.ts';

interface Props {
  department: Roster['departments'][number];
  weekday: Weekday;
  /** Where a gap begins and ends, as a first guess. */
  from: number;
  to: number;
  busy: boolean;
  onAdd: (duties: readonly NewDuty[]) => void;
  onClose: () => void;
}

const Days = ({ days, onChange }: { days: ReadonlySet<Weekday>; onChange: (days: ReadonlySet<Weekday>) => void }) => {
  const { t } = useTranslation('directory');
  const toggle = (day: Weekday, on: boolean) => {
    const next = new Set(days);
    if (on) next.add(day);
    else next.delete(day);
    onChange(next);
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
export const AddDuty = ({ department, weekday, from, to, busy, onAdd, onClose }: Props) => {
  const { t } = useTranslation(['directory', 'common']);
  const [personId, setPerson] = useState(department.people[0]?.id ?? '');
  const [line, setLine] = useState<1 | 2>(1);
  const [days, setDays] = useState<ReadonlySet<Weekday>>(new Set([weekday]));
  const [begin, setBegin] = useState(clockOf(from));
  const [end, setEnd] = useState(to === 1440 ? '00:00' : clockOf(to));
  const [fromMinute, toMinute] = [minuteOf(begin), minuteOf(end)];
  const send = () =>
    onAdd([...days].sort().map((day) => ({ personId, departmentId: department.id, line, weekday: day, fromMinute, toMinute })));
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" busy={busy} disabled={!personId || days.size === 0} onClick={send}>
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
            <Select {...tied} value={personId} onChange={(event) => setPerson(event.target.value)}>
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
            <Choice key={one} type="radio" name="line" checked={line === one} onChange={() => setLine(one)}>
              {t(`line.${one}`)}
            </Choice>
          ))}
        </fieldset>
        <Days days={days} onChange={setDays} />
        <div className="add-hours">
          <Field label={t('from')} required>
            {(tied) => <TextInput {...tied} type="time" value={begin} onChange={(event) => setBegin(event.target.value)} />}
          </Field>
          <Field label={t('to')} required hint={toMinute <= fromMinute && t('nextDay')}>
            {(tied) => <TextInput {...tied} type="time" value={end} onChange={(event) => setEnd(event.target.value)} />}
          </Field>
        </div>
      </div>
    </Sheet>
  );
};
