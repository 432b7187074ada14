import { MapPin } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { here } from '../../../lib/here.ts';
import { Button } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import { emergency as actions } from '../../api.ts';

/** Often enough to see a car move, seldom enough for a battery. */
const EVERY_MS = 60_000;

/** Tells where this phone is while it is switched on; it stops with the road and with the page. */
export const Share = ({ id }: { id: string }) => {
  const { t } = useTranslation('emergency');
  const [on, setOn] = useState(false);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (!on) return setLost(false);
    let stopped = false;
    const tell = async () => {
      const place = await here();
      if (stopped) return;
      const told = place && (await actions.position({ id, ...place }).catch(() => null));
      if (!stopped) setLost(told === null);
    };
    void tell();
    const timer = setInterval(() => void tell(), EVERY_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [on, id]);
  return (
    <>
      <Button icon={MapPin} look={on ? 'primary' : 'plain'} aria-pressed={on} onClick={() => setOn(!on)}>
        {t(on ? 'road.stop' : 'road.share')}
      </Button>
      <small className="mute" role="status">
        {t(on ? 'road.sharing' : 'road.shareOff')}
      </small>
      {lost && (
        <div className="road-wide">
          <Note c="unmet" live>
            {t('road.lost')}
          </Note>
        </div>
      )}
    </>
  );
};
