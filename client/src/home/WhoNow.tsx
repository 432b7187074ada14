import { Phone, Video } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Department, isBusy, type Partner, usePartners } from '../directory/usePartners.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Select } from '../ui/Field.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Presence } from '../ui/Presence.tsx';

/** The person the ring would reach: the free first line, else the free second, else whoever is on. */
const reached = ({ onDuty }: Department) => {
  const byLine = [...onDuty].sort((a, b) => a.line - b.line);
  return byLine.find((person) => !isBusy(person)) ?? byLine[0];
};

const Row = ({ department }: { department: Department }) => {
  const { t } = useTranslation('home');
  const person = reached(department);
  const skipped = department.onDuty.find((other) => other.line === 1 && other.id !== person?.id);
  return (
    <li className="duty">
      <div className="duty-who">
        <p className="clip">
          <b>{department.name}</b> {person ? `${person.name} ${person.title}` : t('who.nobody')}
        </p>
        <small className="mute clip">
          {person && <Presence state={person.presence} />}
          {skipped && t('who.skipped', { name: skipped.name, state: t(`common:presence.${skipped.presence}`) })}
        </small>
      </div>
      <a
        className="btn btn-plain btn-square"
        href={`tel:${department.dutyPhone}`}
        aria-label={t('who.phone', { name: department.name })}
        title={department.dutyPhone}
      >
        <Phone aria-hidden className="btn-icon" />
      </a>
      <ButtonLink
        size="small"
        icon={Video}
        to={`/consults/new?department=${department.id}`}
        aria-label={t('who.ask', { name: department.name })}
      >
        {t('who.find')}
      </ButtonLink>
    </li>
  );
};

const Hospital = ({ partner }: { partner: Partner }) => {
  const { t } = useTranslation('home');
  return (
    <ul>
      {partner.departments.map((department) => (
        <Row key={department.id} department={department} />
      ))}
      <li className="duty">
        <div className="duty-who">
          <p className="clip">
            <b>{t('who.center')}</b>
          </p>
          <small className="mute num">{partner.hospital.centerPhone}</small>
        </div>
        <a
          className="btn btn-plain btn-square"
          href={`tel:${partner.hospital.centerPhone}`}
          aria-label={t('who.phone', { name: t('who.center') })}
        >
          <Phone aria-hidden className="btn-icon" />
        </a>
      </li>
    </ul>
  );
};

/** 现在找谁: a partner's department now. 找他 opens an institutional request, never a private call. */
export const WhoNow = () => {
  const { t } = useTranslation(['home', 'common']);
  const query = usePartners();
  const [chosen, setChosen] = useState('');
  const partners = query.data?.items ?? [];
  const partner = partners.find(({ hospital }) => hospital.id === chosen) ?? partners[0];
  const choose = partners.length > 1 && (
    <Select aria-label={t('who.hospital')} value={partner?.hospital.id ?? ''} onChange={(event) => setChosen(event.target.value)}>
      {partners.map(({ hospital }) => (
        <option key={hospital.id} value={hospital.id}>
          {hospital.shortName}
        </option>
      ))}
    </Select>
  );
  return (
    <Card
      className="who-now"
      title={t('who.title')}
      note={partners.length === 1 && partner?.hospital.shortName}
      aside={choose}
      flush
    >
      <Loaded query={query} failed={t('who.failed')}>
        {() =>
          partner ? <Hospital key={partner.hospital.id} partner={partner} /> : <p className="mute home-none">{t('who.none')}</p>
        }
      </Loaded>
    </Card>
  );
};
