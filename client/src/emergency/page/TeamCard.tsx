import { BellRing, CircleCheck, CircleX, type LucideIcon, PhoneForwarded, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { CenterView, Emergency, TeamMember } from '../../../../contract/emergency.ts';
import { PhoneLink } from '../../consults/Phones.tsx';
import { useNow } from '../../lib/clock.ts';
import { duration, time } from '../../lib/format.ts';
import { Card } from '../../ui/Card.tsx';
import { Note } from '../../ui/Note.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { useUnsentCase } from '../outbox.ts';
import { useCenters } from '../useCenters.ts';
import type { Rescue } from './rescue.ts';

type Member = z.infer<typeof TeamMember>;
const looks: Readonly<Record<Member['status'], readonly [Meaning, LucideIcon]>> = {
  ringing: ['urgent', BellRing],
  answered: ['met', CircleCheck],
  declined: ['unmet', CircleX],
  passedOn: ['routine', PhoneForwarded],
  stopped: ['missing', VolumeX],
};

const Line = ({ member: { person, hospital, line, status, rungAt } }: { member: Member }) => {
  const { t } = useTranslation('emergencyCase');
  const now = useNow(status === 'ringing');
  const [c, icon] = looks[status];
  const post = [hospital.shortName, person?.title, line && t(`team.line.${line}`)].filter(Boolean).join(' ');
  const age = now - Date.parse(rungAt);
  return (
    <li>
      <span>
        <b>{person?.name ?? t('team.desk')}</b> <small className="soft">{post}</small>
        <small className="mute num">
          {t('team.rung', { at: time(rungAt) })}
          {status === 'ringing' && age > 60_000 && t('dot') + t('team.for', { time: duration(age) })}
        </small>
      </span>
      <Tag c={c} icon={icon}>
        {t(`team.${status}`)}
      </Tag>
    </li>
  );
};

const Phones = ({ phones }: { phones: z.infer<typeof CenterView>['phones'] }) => {
  const { t } = useTranslation('emergencyCase');
  return (
    <div className="ec-phones">
      {phones.map(({ hospital, department, phone }) => (
        <PhoneLink
          key={`${hospital.id}${department}`}
          number={phone}
          label={`${hospital.shortName} ${department ?? t('team.desk')}`}
        />
      ))}
    </div>
  );
};

/** What the device was told of the center before the line went. */
const KeptPhones = ({ id }: { id: string }) => {
  const { t } = useTranslation('emergencyCase');
  const call = useUnsentCase(id);
  const own = useCenters().find(({ center, hospital }) => center === call?.center && hospital.id === call.hospitalId);
  return (
    <>
      <Note c="stat">{t('team.notCalled')}</Note>
      {own && <Phones phones={own.phones} />}
    </>
  );
};

const Called = ({ emergency }: { emergency: Emergency }) => {
  const { t } = useTranslation('emergencyCase');
  const { team, answered, status, phones, activator, callbackPhone } = emergency;
  const silent = answered === 0 && status === 'active';
  return (
    <>
      {silent && (
        <div>
          <Note c="urgent">{t('team.silent')}</Note>
          <Phones phones={phones} />
        </div>
      )}
      <ul className="ec-team">
        {team.map((member) => (
          <Line key={`${member.person?.id ?? member.hospital.id}${member.rungAt}`} member={member} />
        ))}
      </ul>
      {team.length === 0 && <p className="mute">{t('team.nobody')}</p>}
      {callbackPhone && <PhoneLink number={callbackPhone} label={t('team.callback', { name: activator.name })} />}
    </>
  );
};

/** 谁在场: who was rung, who comes, and the numbers that work while nobody has answered. */
export const TeamCard = ({ rescue }: { rescue: Rescue }) => {
  const { t } = useTranslation('emergencyCase');
  const { emergency, id } = rescue;
  return (
    <Card title={t('team.title')} note={emergency && t('team.by', { name: emergency.activator.name })}>
      <div className="stack ec-form">{emergency ? <Called emergency={emergency} /> : <KeptPhones id={id} />}</div>
    </Card>
  );
};
