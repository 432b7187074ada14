import { CircleCheck, Send, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { timeWithSeconds } from '../../lib/format.ts';
import { useLink } from '../../lib/link.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import type { Form } from './form.ts';

interface Props {
  urgency: Form['urgency'];
  savedAt: number | null;
  busy: boolean;
  /** Pressed while the line was down: kept here, sent with one more press. */
  held: boolean;
  problem: string | null;
  onSend: () => void;
}

const Held = () => {
  const { t } = useTranslation('consults');
  const { online } = useLink();
  return (
    <Note c={online ? 'met' : 'urgent'} icon={online ? CircleCheck : WifiOff} live>
      {online ? t('held.back') : t('held.off')}
    </Note>
  );
};

/** Always in reach; stays enabled, because a fault is shown better by trying. */
export const SendBar = ({ urgency, savedAt, busy, held, problem, onSend }: Props) => {
  const { t } = useTranslation('consults');
  return (
    <footer className="send-bar">
      {held && <Held />}
      {problem && !held && (
        <Note c="unmet" live>
          {problem}
        </Note>
      )}
      <div className="send-row">
        <span className="soft small" role="status">
          {savedAt && (
            <>
              <CircleCheck aria-hidden size={16} /> {t('draft.autosaved', { at: timeWithSeconds(savedAt) })}
            </>
          )}
        </span>
        <small className="mute send-safe">{t('draft.safe')}</small>
        <Button look="primary" size="large" icon={Send} busy={busy} onClick={onSend}>
          {t(`send.${urgency || 'any'}`)}
        </Button>
      </div>
    </footer>
  );
};
