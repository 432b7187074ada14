import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { useNow } from '../../lib/clock.ts';
import { duration, number } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { referrals } from '../api.ts';
import { useVerb } from './useVerb.ts';

const PATIENCE_MS = 15_000;

const here = (): Promise<GeolocationCoordinates> =>
  new Promise((found, failed) =>
    navigator.geolocation.getCurrentPosition(({ coords }) => found(coords), failed, {
      enableHighAccuracy: true,
      timeout: PATIENCE_MS,
      maximumAge: 60_000,
    }),
  );

/** Shares where the car is now; only when pressed, never by itself. */
const Share = ({ referral: { id } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const verb = useVerb(id);
  const [looking, setLooking] = useState(false);
  const [lost, setLost] = useState(false);
  const share = async () => {
    setLooking(true);
    setLost(false);
    const found = await here().catch(() => null);
    setLooking(false);
    if (!found) return setLost(true);
    const { latitude, longitude } = found;
    verb.run({ work: () => referrals.position({ id, latitude, longitude }), done: t('past.position') });
  };
  return (
    <>
      <Button icon={MapPin} busy={looking || verb.busy} onClick={() => void share()}>
        {t('verb.position')}
      </Button>
      {(lost || verb.problem) && (
        <Note c="unmet" live>
          {verb.problem ?? t('page.position.lost')}
        </Note>
      )}
    </>
  );
};

/** Where the car was last, and how long ago that is. */
export const Position = ({ referral, share }: { referral: Referral; share: boolean }) => {
  const { t } = useTranslation('referrals');
  const { position } = referral.transport;
  const now = useNow(position !== null);
  const degrees = (value: number) => number(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  return (
    <>
      {position && (
        <p className="row">
          <a href={`geo:${position.latitude},${position.longitude}`} className="num">
            {degrees(position.latitude)}, {degrees(position.longitude)}
          </a>
          <small className="mute num">{t('page.position.age', { time: duration(now - Date.parse(position.at)) })}</small>
        </p>
      )}
      {!position && <p className="mute">{t('page.position.none')}</p>}
      {share && <Share referral={referral} />}
    </>
  );
};
