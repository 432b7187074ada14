import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../lib/clock.ts';
import { DutyCell } from './DutyCell.tsx';
import type { Roster } from './useRoster.ts';
import { gaps, type Slot, type Span, type Weekday, weekdayOf, weekdays } from './week.ts';

type Department = Roster['departments'][number];

interface Props {
  roster: Roster;
  editable: boolean;
  onAdd: (department: Department, weekday: Weekday, gap: Span) => void;
  onRemove: (slot: Slot) => void;
}

const of = (slots: readonly Slot[], { id }: Department) => slots.filter(({ departmentId }) => departmentId === id);

/** A county hospital asks; nobody there is rung. */
export const answers = ({ hospital }: Roster): boolean => hospital.kind !== 'county';

/** Which day a phone shows, with a mark on days that have a gap. */
const DayTabs = ({ roster, day, onChange }: { roster: Roster; day: Weekday; onChange: (day: Weekday) => void }) => {
  const { t } = useTranslation('directory');
  const open = (one: Weekday) =>
    answers(roster) && roster.departments.some((department) => gaps(of(roster.slots, department), one).length > 0);
  return (
    <div className="day-tabs" role="tablist" aria-label={t('days')}>
      {weekdays.map((one) => (
        <button key={one} type="button" role="tab" aria-selected={one === day} onClick={() => onChange(one)}>
          {t(`weekday.${one}`)}
          {open(one) && <i className="day-gap" role="img" aria-label={t('hasGap')} />}
        </button>
      ))}
    </div>
  );
};

/** Departments by days; a phone shows one day at a time. */
export const RosterGrid = ({ roster, editable, onAdd, onRemove }: Props) => {
  const { t } = useTranslation('directory');
  const today = weekdayOf(useNow());
  const [day, setDay] = useState<Weekday>(today);
  return (
    <>
      <DayTabs roster={roster} day={day} onChange={setDay} />
      <div className="roster-scroll">
        <table className="roster">
          <thead>
            <tr>
              <th scope="col">{t('department')}</th>
              {weekdays.map((one) => (
                <th key={one} scope="col" data-day={one === day} aria-current={one === today ? 'date' : undefined}>
                  {t(`weekday.${one}`)}
                  {one === today && <small> {t('today')}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roster.departments.map((department) => (
              <tr key={department.id}>
                <th scope="row">
                  {department.name}
                  <a className="num" href={`tel:${department.dutyPhone}`}>
                    {department.dutyPhone}
                  </a>
                </th>
                {weekdays.map((one) => (
                  <td key={one} data-day={one === day} data-today={one === today}>
                    <DutyCell
                      slots={of(roster.slots, department)}
                      weekday={one}
                      editable={editable}
                      answers={answers(roster)}
                      onAdd={(gap) => onAdd(department, one, gap)}
                      onRemove={onRemove}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
