import { CircleAlert, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clockOf, gaps, hours, type Slot, type Span } from './week.ts';

interface Props {
  /** All duties of the department: a night of the day before reaches into this one. */
  slots: readonly Slot[];
  weekday: number;
  editable: boolean;
  /** Only where somebody is rung is a gap a gap. */
  answers: boolean;
  onAdd: (gap: Span) => void;
  onRemove: (slot: Slot) => void;
}

const spanOf = ({ from, to }: Span): string => (from === 0 && to === 1440 ? '' : `${clockOf(from)}–${clockOf(to)}`);

/** One department on one day: who is on, and where nobody would be rung first. */
export const DutyCell = ({ slots, weekday, editable, answers, onAdd, onRemove }: Props) => {
  const { t } = useTranslation('directory');
  const today = slots.filter((slot) => slot.weekday === weekday).sort((a, b) => a.line - b.line || a.fromMinute - b.fromMinute);
  const open = answers ? gaps(slots, weekday) : [];
  return (
    <div className="cell">
      {today.map((slot) => (
        <span key={slot.id} className={`slot slot-${slot.line}`}>
          <span>
            <b>{slot.person.name}</b>
            <small className="num">
              {t(`lineShort.${slot.line}`)} {hours(slot)}
            </small>
          </span>
          {editable && (
            <button
              type="button"
              className="slot-x"
              aria-label={t('remove', { name: slot.person.name })}
              onClick={() => onRemove(slot)}
            >
              <X aria-hidden size={16} />
            </button>
          )}
        </span>
      ))}
      {open.map((gap) => (
        <span key={gap.from} className="gap" data-c="unmet">
          <CircleAlert aria-hidden size={14} />
          <small className="num">{t('gap', { span: spanOf(gap) })}</small>
        </span>
      ))}
      {editable && (
        <button
          type="button"
          className="cell-add"
          aria-label={t('addOn', { day: t(`weekday.${weekday}`) })}
          onClick={() => onAdd(open[0] ?? { from: 480, to: 480 })}
        >
          <Plus aria-hidden size={16} />
        </button>
      )}
    </div>
  );
};
