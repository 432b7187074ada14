import { ChevronUp, Volume2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../lib/clock.ts';
import { timeWithSeconds } from '../lib/format.ts';
import { UrgencyTag } from '../ui/Tag.tsx';
import { usePhone } from '../ui/usePhone.ts';
import { Countdown } from './Countdown.tsx';
import { EmergencyActions } from './EmergencyActions.tsx';
import { EmergencyFace } from './EmergencyFace.tsx';
import type { Overtaken } from './overtaken.ts';
import { ReferralActions } from './ReferralActions.tsx';
import { ReferralFace } from './ReferralFace.tsx';
import { RingActions } from './RingActions.tsx';
import { RingFace } from './RingFace.tsx';
import type { Ringing } from './rings.ts';
import { unlockSound, useSoundOn } from './sound.ts';
import { useRingFocus } from './useRingFocus.ts';

/** The browser is still silent: one press mends it. */
const Unlock = () => {
  const { t } = useTranslation('paging');
  if (useSoundOn()) return null;
  return (
    <button type="button" className="ring-unlock" onClick={unlockSound}>
      <Volume2 aria-hidden size={18} /> {t('unlock')}
    </button>
  );
};

interface Props {
  ring: Ringing;
  /** Others that ring behind this one. */
  more: number;
  onOvertaken: (by: Overtaken) => void;
  onFold: () => void;
}

/** What rings, or to whom: the desk, or a duty line. */
const useLine = () => {
  const { t } = useTranslation('paging');
  return (ring: Ringing): string | null => {
    if (ring.kind === 'referral') return t('referral');
    if (ring.desk) return t('desk');
    return ring.kind === 'consult' && ring.card.line ? t(`line${ring.card.line}`) : null;
  };
};

const Head = ({ ring, more, onFold, id }: Pick<Props, 'ring' | 'more' | 'onFold'> & { id: string }) => {
  const { t } = useTranslation('paging');
  const now = useNow();
  const line = useLine()(ring);
  return (
    <header className="ring-head">
      <span id={id}>
        <UrgencyTag urgency={ring.urgency} />
      </span>
      {line && <span>{line}</span>}
      {more > 0 && <span className="ring-more">{t('more', { n: more })}</span>}
      <time className="end num">{timeWithSeconds(now)}</time>
      <button type="button" className="ring-fold" aria-label={t('fold')} title={t('fold')} onClick={onFold}>
        <ChevronUp aria-hidden size={20} />
      </button>
    </header>
  );
};

/** Who calls and for whom, by what it is about. */
const Face = ({ ring, titleId }: { ring: Ringing; titleId: string }) => {
  if (ring.kind === 'consult') return <RingFace ring={ring.card} titleId={titleId} />;
  if (ring.kind === 'referral') return <ReferralFace ring={ring} titleId={titleId} />;
  return <EmergencyFace ring={ring} titleId={titleId} />;
};

const Actions = ({ ring, onOvertaken, onFold }: Omit<Props, 'more'>) => {
  if (ring.kind === 'consult') return <RingActions ring={ring.card} onOvertaken={onOvertaken} />;
  if (ring.kind === 'referral') return <ReferralActions ring={ring} onOvertaken={onOvertaken} onFold={onFold} />;
  return <EmergencyActions ring={ring} onOvertaken={onOvertaken} />;
};

/** The whole of one ring: the phone's screen, or a card at the top of a desk. */
export const Ring = ({ ring, more, onOvertaken, onFold }: Props) => {
  const whole = usePhone();
  const screen = useRingFocus({ whole, onFold });
  const id = useId();
  return (
    <section
      ref={screen}
      className="ring-screen"
      data-theme="dark"
      data-urgency={ring.urgency}
      role="alertdialog"
      aria-modal={whole}
      aria-labelledby={`${id}-urgency ${id}-title`}
    >
      <Head ring={ring} more={more} onFold={onFold} id={`${id}-urgency`} />
      <Countdown from={ring.rungAt} due={ring.dueAt} />
      <Face ring={ring} titleId={`${id}-title`} />
      <Unlock />
      <Actions ring={ring} onOvertaken={onOvertaken} onFold={onFold} />
    </section>
  );
};
