import { ClipboardCheck, MessageSquareQuote, MonitorUp, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { useSides } from '../consults/side.ts';
import { useNow } from '../lib/clock.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { HELD_MS } from './returning.ts';
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

/** Things of this minute: the line, an advice to confirm, an opinion to adopt, one's own screen being seen. */
export const Banners = ({ consult, view }: { consult: Consult; view: RoomView }) => {
  const { t } = useTranslation('calls');
  const { call, state } = useCall();
  const { consultant, requester } = useSides(consult);
  return (
    <div className="banners">
      <Away />
      {consultant && view.advice > 0 && view.tab !== 'advice' && (
        <Note c="urgent" icon={MessageSquareQuote} live>
          <b>{t('nudge.advice')}</b>
          <Button size="small" onClick={() => view.setTab('advice')}>
            {t('nudge.adviceOpen')}
          </Button>
        </Note>
      )}
      {requester && consult.status === 'signed' && view.tab !== 'opinion' && (
        <Note c="met" icon={ClipboardCheck} live>
          <b>{t('nudge.signed')}</b>
          <Button size="small" onClick={() => view.setTab('opinion')}>
            {t('nudge.signedOpen')}
          </Button>
        </Note>
      )}
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
