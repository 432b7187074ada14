import { ArrowLeft, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePatientWords } from '../../consults/words.ts';
import { dateTime } from '../../lib/format.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { CenterMark } from '../CenterMark.tsx';
import type { Rescue } from './rescue.ts';
import { useWho } from './words.ts';

const colours: Readonly<Record<Rescue['status'], Meaning>> = {
  active: 'hai',
  stoodDown: 'missing',
  closed: 'routine',
  reviewed: 'met',
};

/** Who, where, which center, and how it stands. */
export const Head = ({ rescue }: { rescue: Rescue }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency', 'common']);
  const words = usePatientWords();
  const { name, bed, center } = useWho(rescue);
  const { emergency, status, startedAt } = rescue;
  const { sex, birthDate, approximateAge } = rescue.patient;
  const seen = sex !== 'unknown' || birthDate !== null || approximateAge !== null;
  const mode = emergency?.arrivalMode;
  const about = [bed, center, mode && t(`emergency:arrivalMode.${mode}`), t('head.started', { at: dateTime(startedAt) })];
  return (
    <header className="ec-head">
      <Link to="/emergencies" className="page-back" aria-label={t('common:back')}>
        <ArrowLeft aria-hidden size={20} />
      </Link>
      <CenterMark center={rescue.center} />
      <div className="ec-head-who">
        <h1 tabIndex={-1}>
          {name} {seen && <small>{words.sketch(rescue.patient)}</small>}
        </h1>
        <p className="soft">{about.filter(Boolean).join(t('dot'))}</p>
      </div>
      <div className="ec-head-marks">
        {emergency && status === 'active' && (
          <ButtonLink icon={Video} to={`/room/emergency/${emergency.id}`}>
            {t('room.enter')}
          </ButtonLink>
        )}
        {emergency && (
          <span data-running={status === 'active'}>
            <Tag c={colours[status]}>{t(`emergency:status.${status}`)}</Tag>
          </span>
        )}
        {emergency?.outcome && <Tag c="routine">{t(`emergency:outcome.${emergency.outcome}`)}</Tag>}
        {!emergency && (
          <Tag c="urgent" look="line">
            {t('head.unsent')}
          </Tag>
        )}
      </div>
    </header>
  );
};
