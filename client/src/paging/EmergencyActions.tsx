import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../ui/Problem.tsx';
import type { Overtaken } from './overtaken.ts';
import type { EmergencyRinging } from './rings.ts';
import { useAnswerEmergency } from './useAnswerEmergency.ts';

interface Props {
  ring: EmergencyRinging;
  onOvertaken: (by: Overtaken) => void;
}

/** 我来 widest; a desk has nobody after it to pass the ring on to. */
export const EmergencyActions = ({ ring, onOvertaken }: Props) => {
  const { t } = useTranslation('paging');
  const { come, passOn, busy, problem } = useAnswerEmergency(ring, onOvertaken);
  return (
    <footer className="ring-acts">
      <Problem>{problem}</Problem>
      {!ring.desk && (
        <button type="button" className="ring-no" disabled={busy} onClick={() => void passOn()}>
          {t('emergency.cannot')}
          <small>{t('emergency.cannotWhy')}</small>
        </button>
      )}
      <button type="button" className="ring-yes" disabled={busy} onClick={() => void come()}>
        <Siren aria-hidden size={24} />
        {t('emergency.come')}
      </button>
    </footer>
  );
};
