import { MonitorUp, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../lib/clock.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { HELD_MS } from './returning.ts';
import { useRoomCase } from './roomCase.ts';
import { useCall } from './useCall.ts';
import type { RoomView } from './view.ts';
import './Banners.css';

/** The line is away: what is safe, for how long, and that nothing need be pressed. */
const Away = () => {
  const { t } = useTranslation('calls');
  const { phase, awaySince } = useCall().state;
  useNow(phase === 'away');
  if (phase !== 'away') return null;
  const left = Math.max(0, HELD_MS - (Date.now() - (awaySince ?? Date.now())));
  return (
    <Note c="urgent" icon={WifiOff} live>
      <b>{t('away.title')}</b> {left > 0 ? t('away.held') : t('away.over')}
    </Note>
  );
};

/** Things of this minute: the line, what the case wants, one's own screen being seen. */
export const Banners = ({ view }: { view: RoomView }) => {
  const { t } = useTranslation('calls');
  const { call, state } = useCall();
  const { nudges } = useRoomCase();
  return (
    <div className="banners">
      <Away />
      {nudges(view)}
      {state.screen.on && (
        <Note c="hai" icon={MonitorUp} live>
          <b>{t('nudge.sharing')}</b>
          <Button size="small" onClick={() => void call.stopSharing()}>
            {t('bar.stopSharing')}
          </Button>
        </Note>
      )}
    </div>
  );
};
