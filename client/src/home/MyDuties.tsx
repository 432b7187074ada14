import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { directory } from '../directory/api.ts';
import { hours } from '../directory/week.ts';
import { useMe } from '../lib/session.ts';
import { Card } from '../ui/Card.tsx';

/** When the reader is on duty this week, over all their hospitals. */
export const MyDuties = () => {
  const { t } = useTranslation(['home', 'directory']);
  const me = useMe();
  const hospitals = [...new Set(me.memberships.map(({ hospital }) => hospital.id))];
  const rosters = useQueries({ queries: hospitals.map((hospitalId) => directory.roster.query({ hospitalId })) });
  const slots = rosters
    .flatMap(({ data }) => data?.slots.map((slot) => ({ ...slot, hospital: data.hospital.shortName })) ?? [])
    .filter(({ person }) => person.id === me.id)
    .sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
  return (
    <Card className="my-duties" title={t('duties.title')} aside={<Link to="/roster">{t('duties.all')}</Link>}>
      {slots.length === 0 && <p className="mute">{t('duties.none')}</p>}
      <ul>
        {slots.map((slot) => (
          <li key={slot.id} className="my-duty">
            <b>{t(`directory:weekday.${slot.weekday}`)}</b>
            <span className="num">{hours(slot)}</span>
            <span className="soft">
              {t(`directory:line.${slot.line}`)}
              {hospitals.length > 1 && ` ${slot.hospital}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
