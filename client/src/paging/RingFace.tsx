import { FileText, ImageOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RingCard } from '../../../contract/consults.ts';
import { PhoneLink } from '../consults/Phones.tsx';
import { Photos } from '../consults/Photos.tsx';
import { usePatientWords } from '../consults/words.ts';
import { time } from '../lib/format.ts';
import { Note } from '../ui/Note.tsx';

const Pictures = ({ photos }: Pick<RingCard, 'photos'>) => {
  const { t } = useTranslation('paging');
  if (photos.length === 0) {
    return (
      <Note c="missing" icon={ImageOff}>
        {t('noPicture')}
      </Note>
    );
  }
  return <Photos photos={photos} />;
};

const Lacks = ({ missing }: Pick<RingCard, 'missing'>) => {
  const { t } = useTranslation(['paging', 'consults']);
  if (missing.length === 0) return null;
  return (
    <Note c="missing" icon={FileText}>
      {t('lacks', { names: missing.map((name) => t(`consults:missing.${name}`)).join(t('consults:comma')) })}
    </Note>
  );
};

/** Who calls, about whom (never a name), and what they ask; what is missing, who is next, and the numbers. */
export const RingFace = ({ ring, titleId }: { ring: RingCard; titleId: string }) => {
  const { t } = useTranslation('paging');
  const { sketch } = usePatientWords();
  const { next } = ring;
  return (
    <div className="ring-why">
      <p className="soft">
        {t('caller', { hospital: ring.from.name, department: ring.fromDepartment })} <b>{ring.requester.name}</b>
      </p>
      <h2 id={titleId}>
        {t('face', { sketch: sketch(ring.patient), dx: ring.dx ?? t('noDx') })}
        <span>{ring.purpose}</span>
      </h2>
      <Pictures photos={ring.photos} />
      <Lacks missing={ring.missing} />
      {next.at && (
        <p className="small soft">
          {next.name ? t('next', { at: time(next.at), name: next.name }) : t('nextDesk', { at: time(next.at) })}
        </p>
      )}
      <div className="row ring-phones">
        <PhoneLink number={ring.callbackPhone} label={t('callRequester')} />
        <PhoneLink number={ring.dutyPhone} label={t('callDuty')} />
      </div>
    </div>
  );
};
