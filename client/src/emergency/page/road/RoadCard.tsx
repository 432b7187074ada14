import { Camera, Clock3, HeartPulse, Video } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Emergency } from '../../../../../contract/emergency.ts';
import type { Road } from '../../../../../contract/emergencyRoad.ts';
import { Pick, unsent } from '../../../attachments/Pick.tsx';
import { Queue } from '../../../attachments/Queue.tsx';
import { upload } from '../../../attachments/uploads.ts';
import { useNow } from '../../../lib/clock.ts';
import { duration, time } from '../../../lib/format.ts';
import { useLink } from '../../../lib/link.ts';
import { useMe } from '../../../lib/session.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Note } from '../../../ui/Note.tsx';
import { PlaceLine } from '../../../ui/PlaceLine.tsx';
import { usePhone } from '../../../ui/usePhone.ts';
import { RoadTag } from '../../RoadTag.tsx';
import type { Rescue } from '../rescue.ts';
import { EtaSheet } from './EtaSheet.tsx';
import { Share } from './Share.tsx';
import { VitalsSheet } from './VitalsSheet.tsx';
import './road.css';

const Late = ({ road }: { road: Road }) => {
  const { t } = useTranslation('emergency');
  const late = useNow() - Date.parse(road.etaAt);
  return (
    late > 0 && (
      <Note c="stat" live>
        {t('road.late', { time: duration(late) })}
      </Note>
    )
  );
};

type Open = (sheet: 'eta' | 'vitals') => void;

/** What one thumb can do in a moving car. */
const Crew = ({ id, open }: { id: string; open: Open }) => {
  const { t } = useTranslation('emergency');
  const phone = usePhone();
  const subject = { kind: 'emergency', id } as const;
  const send = (files: readonly File[]) =>
    void upload(
      subject,
      files.map((file) => ({ ...unsent(file), kind: 'ecg' as const, caption: t('road.ecgCaption') })),
    );
  return (
    <div className="road-acts">
      <Button icon={HeartPulse} onClick={() => open('vitals')}>
        {t('road.vitals')}
      </Button>
      {phone && <Pick icon={Camera} words={t('road.ecg')} onFiles={send} camera="road-ecg" />}
      <ButtonLink icon={Video} to={`/room/emergency/${id}`}>
        {t('road.video')}
      </ButtonLink>
      <Button icon={Clock3} onClick={() => open('eta')}>
        {t('road.eta')}
      </Button>
      <Share id={id} />
      {phone && (
        <div className="road-wide">
          <Queue subject={subject} />
        </div>
      )}
    </div>
  );
};

const useRides = ({ from }: Emergency): boolean => useMe().memberships.some(({ hospital }) => hospital.id === from.id);

const Known = ({ emergency, open }: { emergency: Emergency; open: Open }) => {
  const { t } = useTranslation('emergency');
  const { online } = useLink();
  const rides = useRides(emergency);
  const place = emergency.road?.position;
  return (
    <>
      {place && <PlaceLine at={place} />}
      {!online && <Note c="urgent">{t('road.offline')}</Note>}
      {rides && <Crew id={emergency.id} open={open} />}
    </>
  );
};

/** 上车即入院: when it comes, where it is, and what the crew does on the way; gone at the door. */
export const RoadCard = ({ rescue }: { rescue: Rescue }) => {
  const { t } = useTranslation('emergency');
  const [sheet, open] = useState<'eta' | 'vitals' | null>(null);
  const { road, emergency } = rescue;
  if (!road) return null;
  const close = () => open(null);
  return (
    <Card title={t('road.title')} note={t('road.at', { at: time(road.etaAt) })} aside={<RoadTag road={road} />}>
      <div className="stack">
        <Late road={road} />
        {emergency && <Known emergency={emergency} open={open} />}
      </div>
      {sheet === 'eta' && <EtaSheet rescue={rescue} onClose={close} />}
      {sheet === 'vitals' && <VitalsSheet rescue={rescue} onClose={close} />}
    </Card>
  );
};
