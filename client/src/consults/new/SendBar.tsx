import { CircleCheck, Send, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { timeWithSeconds } from '../../lib/format.ts';
import { useLink } from '../../lib/link.ts';
import { Button } from '../../ui/Button.tsx';
import { FootBar } from '../../ui/form/FootBar.tsx';
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

/** Stays enabled, because a fault is shown better by trying. */
export const SendBar = ({ urgency, savedAt, busy, held, problem, onSend }: Props) => {
  const { t } = useTranslation('consults');
  const notes = held ? (
    <Held />
  ) : (
    problem && (
      <Note c="unmet" live>
        {problem}
      </Note>
    )
  );
  const saved = savedAt && (
    <>
      <CircleCheck aria-hidden size={16} /> {t('draft.autosaved', { at: timeWithSeconds(savedAt) })}
    </>
  );
  return (
    <FootBar notes={notes} saved={saved}>
      <small className="mute send-safe">{t('draft.safe')}</small>
      <Button look="primary" size="large" icon={Send} busy={busy} onClick={onSend}>
        {t(`send.${urgency || 'any'}`)}
      </Button>
    </FootBar>
  );
};
