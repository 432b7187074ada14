import { useTranslation } from 'react-i18next';
import type { Reading } from '../../../../contract/vitals.ts';
import { serverNow, useNow } from '../../lib/clock.ts';
import { stopwatch, time } from '../../lib/format.ts';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { STALE_MS, useVitals } from './useVitals.ts';
import './VitalsCard.css';

interface Shown {
  name: string;
  value: string;
  unit: string;
  /** The reading that it is of. */
  of: Reading | undefined;
}

const One = ({ name, value, unit, of, now }: Shown & { now: number }) => {
  if (!of) return null;
  const stale = now - Date.parse(of.at) > STALE_MS;
  return (
    <div data-stale={stale || undefined}>
      <dt>
        {name} <small>{unit}</small>
      </dt>
      <dd className="num">
        {value} {stale && <small className="mute">{time(of.at)}</small>}
      </dd>
    </div>
  );
};

/** Numbers of a real monitor, grey with their age when it falls silent; nothing is drawn that was not measured. */
export const VitalsCard = ({ id }: { id: string }) => {
  const { t } = useTranslation('emergencyCase');
  const { newest, last } = useVitals(id);
  useNow(newest !== null);
  if (!newest) return null;
  const now = serverNow();
  const age = now - Date.parse(newest.at);
  const pressure = last('systolic');
  const spo2 = last('spo2');
  const shown: Shown[] = [
    { name: t('vitals.pulse'), value: String(last('pulse')?.pulse), unit: t('vitals.perMinute'), of: last('pulse') },
    {
      name: t('vitals.spo2'),
      value: `${spo2?.spo2} ${spo2?.oxygen ? t(`vitals.oxygen.${spo2.oxygen}`) : ''}`,
      unit: '%',
      of: spo2,
    },
    { name: t('vitals.pressure'), value: `${pressure?.systolic}/${pressure?.diastolic ?? '–'}`, unit: 'mmHg', of: pressure },
    {
      name: t('vitals.respiration'),
      value: String(last('respiration')?.respiration),
      unit: t('vitals.perMinute'),
      of: last('respiration'),
    },
    { name: t('vitals.temperature'), value: String(last('temperature')?.temperature), unit: '℃', of: last('temperature') },
  ];
  const live = age <= STALE_MS;
  return (
    <Card
      title={t('vitals.title')}
      aside={<Tag c={live ? 'met' : 'missing'}>{live ? t('vitals.live') : t('vitals.silent', { time: stopwatch(age) })}</Tag>}
    >
      <dl className="ec-vitals">
        {shown.map((each) => (
          <One key={each.name} {...each} now={now} />
        ))}
      </dl>
    </Card>
  );
};
