import { ChevronRight, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CenterView } from '../../../contract/emergency.ts';
import { Center } from '../../../contract/emergencyNodes.ts';
import { CALLBACK } from '../consults/callback.ts';
import { useLink } from '../lib/link.ts';
import { useMe } from '../lib/session.ts';
import { readDraft } from '../lib/storage.ts';
import { Select } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { ActiveCount } from './ActiveCount.tsx';
import { BesideFields } from './BesideFields.tsx';
import { centerIcons } from './centers.ts';
import { DutyPhones } from './DutyPhones.tsx';
import { MinutesPick } from './MinutesPick.tsx';
import { callableBy } from './mayCall.ts';
import { type Beside, useCall } from './useCall.ts';
import { useCenters } from './useCenters.ts';
import './CallSheet.css';

interface GridProps {
  centers: readonly CenterView[];
  onPress: (center: Center) => void;
}

/** Each with whom the press calls, where the device knows it. */
const Grid = ({ centers, onPress }: GridProps) => {
  const { t } = useTranslation('emergency');
  return (
    <div className="call-grid">
      {Center.options.map((center) => {
        const Icon = centerIcons[center];
        const called = centers.find((view) => view.center === center);
        return (
          <button key={center} type="button" className="call-go" data-c={center} onClick={() => onPress(center)}>
            <Icon aria-hidden size={28} />
            <span>
              <b>{t(`center.${center}`)}</b>
              {called && <small>{called.department}</small>}
              {called?.partner && <small>{called.partner.hospital.shortName}</small>}
            </span>
          </button>
        );
      })}
    </div>
  );
};

/** The callback number as the device remembers it. */
const useBeside = () => {
  const [beside, setBeside] = useState<Beside>({ bed: '', callbackPhone: '', minutes: '' });
  const set = (part: Partial<Beside>) => setBeside((now) => ({ ...now, ...part }));
  useEffect(() => {
    void readDraft<string>(CALLBACK).then((kept) => kept && setBeside((now) => ({ ...now, callbackPhone: kept.value })));
  }, []);
  return { beside, set };
};

/** 一键急救: the second press calls the team. Nobody is asked who the patient is. */
export const CallSheet = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('emergency');
  const { online } = useLink();
  const hospitals = callableBy(useMe());
  const [hospitalId, setHospitalId] = useState(hospitals[0]?.id ?? '');
  const centers = useCenters().filter(({ hospital }) => hospital.id === hospitalId);
  const { beside, set } = useBeside();
  const call = useCall(onClose);
  return (
    <Sheet title={t('call.title')} onClose={onClose}>
      <div className="call">
        {online ? (
          <p className="soft">{t('call.text')}</p>
        ) : (
          <Note c="urgent" icon={WifiOff} live>
            {t('call.offline')}
          </Note>
        )}
        {hospitals.length > 1 && (
          <Select aria-label={t('call.hospital')} value={hospitalId} onChange={(event) => setHospitalId(event.target.value)}>
            {hospitals.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <MinutesPick label={t('road.where')} minutes={beside.minutes} onChange={(minutes) => set({ minutes })} />
        <Grid centers={centers} onPress={(center) => call(center, hospitalId, beside)} />
        <BesideFields beside={beside} set={set} />
        <DutyPhones centers={centers} open={!online} />
        <Link className="call-board" to="/emergencies" onClick={onClose}>
          {t('call.board')} <ActiveCount />
          <ChevronRight aria-hidden size={16} className="end" />
        </Link>
      </div>
    </Sheet>
  );
};
