import { BedDouble, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '../ui/Problem.tsx';
import type { Overtaken } from './overtaken.ts';
import type { ReferralRinging } from './rings.ts';
import { useAcceptReferral } from './useAcceptReferral.ts';

interface Props {
  ring: ReferralRinging;
  onOvertaken: (by: Overtaken) => void;
  /** The case opens under the ring: it folds away to let it be read. */
  onFold: () => void;
}

/** 接收 widest; saying no wants a reason and is done on the case's page. */
export const ReferralActions = ({ ring, onOvertaken, onFold }: Props) => {
  const { t } = useTranslation('referrals');
  const { accept, busy, problem } = useAcceptReferral(ring, onOvertaken);
  return (
    <footer className="ring-acts">
      <Problem>{problem}</Problem>
      {ring.asks && (
        <>
          <Link className="ring-no" to={ring.path} onClick={onFold}>
            {t('ring.cannot')}
            <small>{t('ring.cannotWhy')}</small>
          </Link>
          <button type="button" className="ring-yes" disabled={busy} onClick={() => void accept()}>
            <BedDouble aria-hidden size={24} />
            {t('ring.accept')}
          </button>
        </>
      )}
      <Link className={ring.asks ? 'ring-half' : 'ring-yes'} to={ring.path} onClick={onFold}>
        <FileText aria-hidden size={20} />
        {t('ring.see')}
      </Link>
    </footer>
  );
};
