import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VitalName, Vitals } from '../../../../contract/referralSheet.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { dateTime } from '../../lib/format.ts';
import { Missing } from '../../ui/Missing.tsx';

interface Cell {
  key: string;
  value: string | null;
  /** Signs that this cell shows: any of them may be doubted. */
  of: readonly VitalName[];
}

const shown = (value: number | undefined): string | null => (value === undefined ? null : String(value));

const cellsOf = ({ temperature, pulse, respiration, systolic, diastolic, spo2 }: Vitals): Cell[] => [
  { key: 'temperature', value: shown(temperature), of: ['temperature'] },
  { key: 'pulse', value: shown(pulse), of: ['pulse'] },
  {
    key: 'pressure',
    value: systolic === undefined && diastolic === undefined ? null : `${systolic ?? '–'}/${diastolic ?? '–'}`,
    of: ['systolic', 'diastolic'],
  },
  { key: 'respiration', value: shown(respiration), of: ['respiration'] },
  { key: 'spo2', value: spo2 === undefined ? null : `${spo2}%`, of: ['spo2'] },
];

const CellView = ({ cell: { key, value }, doubt, unit }: { cell: Cell; doubt: string | undefined; unit: string }) => {
  const { t } = useTranslation('referrals');
  return (
    <div className="vital" data-doubt={doubt}>
      <dt>
        {t(`page.vital.${key}`)} <small>{unit}</small>
      </dt>
      <dd>
        {value ? <b className="num">{value}</b> : <Missing />}
        {doubt && (
          <small>
            <TriangleAlert aria-hidden size={13} /> {t(`page.vital.${doubt}`)}
          </small>
        )}
      </dd>
    </div>
  );
};

/** Signs at the transfer; SpO₂ never without how the patient breathes, and what the dictionary doubts is marked in words. */
export const VitalStrip = ({ referral: { sheet, warnings } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const { vitals } = sheet;
  if (!vitals) return null;
  const unitOf = (key: string) =>
    key === 'spo2'
      ? vitals.oxygen
        ? t(`page.oxygenMode.${vitals.oxygen}`)
        : t('page.oxygenMode.unknown')
      : t(`page.vitalUnit.${key}`);
  return (
    <div>
      <dl className="vitals">
        {cellsOf(vitals).map((cell) => (
          <CellView
            key={cell.key}
            cell={cell}
            unit={unitOf(cell.key)}
            doubt={warnings.find(({ vital }) => cell.of.includes(vital))?.finding}
          />
        ))}
        <div className="vital">
          <dt>{t('page.vital.consciousness')}</dt>
          <dd>{vitals.consciousness ? <b>{t(`page.consciousness.${vitals.consciousness}`)}</b> : <Missing />}</dd>
        </div>
      </dl>
      <small className="mute num">
        {vitals.takenAt ? t('page.vital.takenAt', { at: dateTime(vitals.takenAt) }) : t('page.vital.noTime')}
      </small>
    </div>
  );
};
