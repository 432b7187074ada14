import { ChevronUp, Volume2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RingCard } from '../../../contract/consults.ts';
import { useNow } from '../lib/clock.ts';
import { timeWithSeconds } from '../lib/format.ts';
import { UrgencyTag } from '../ui/Tag.tsx';
import { usePhone } from '../ui/usePhone.ts';
import { Countdown } from './Countdown.tsx';
import { RingActions } from './RingActions.tsx';
import { RingFace } from './RingFace.tsx';
import { unlockSound, useSoundOn } from './sound.ts';
import { type Overtaken, useAnswer } from './useAnswer.ts';
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
  ring: RingCard;
  /** Others that ring behind this one. */
  more: number;
  onOvertaken: (by: Overtaken) => void;
  onFold: () => void;
}

/** The whole of one ring: the phone's screen, or a card at the top of a desk. */
export const Ring = ({ ring, more, onOvertaken, onFold }: Props) => {
  const { t } = useTranslation('paging');
  const answer = useAnswer(ring, onOvertaken);
  const whole = usePhone();
  const screen = useRingFocus({ whole, onFold });
  const id = useId();
  const now = useNow();
  const line = ring.desk ? t('desk') : ring.line ? t(`line${ring.line}`) : '';
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
      <header className="ring-head">
        <span id={`${id}-urgency`}>
          <UrgencyTag urgency={ring.urgency} />
        </span>
        <span>{line}</span>
        {more > 0 && <span className="ring-more">{t('more', { n: more })}</span>}
        <time className="end num">{timeWithSeconds(now)}</time>
        <button type="button" className="ring-fold" aria-label={t('fold')} title={t('fold')} onClick={onFold}>
          <ChevronUp aria-hidden size={20} />
        </button>
      </header>
      <Countdown from={ring.rungAt} due={ring.responseDueAt} />
      <RingFace ring={ring} titleId={`${id}-title`} />
      <Unlock />
      <RingActions ring={ring} answer={answer} />
    </section>
  );
};
