import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { here } from '../../lib/here.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { PlaceLine } from '../../ui/PlaceLine.tsx';
import { referrals } from '../api.ts';
import { useVerb } from './useVerb.ts';

/** Shares where the car is now; only when pressed, never by itself. */
const Share = ({ referral: { id } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const verb = useVerb(id);
  const [looking, setLooking] = useState(false);
  const [lost, setLost] = useState(false);
  const share = async () => {
    setLooking(true);
    setLost(false);
    const found = await here();
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
  return (
    <>
      {position && <PlaceLine at={position} />}
      {!position && <p className="mute">{t('page.position.none')}</p>}
      {share && <Share referral={referral} />}
    </>
  );
};
